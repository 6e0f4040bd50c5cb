CREATE TABLE "categories" (
	"id" text PRIMARY KEY NOT NULL,
	"parent_id" text,
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"name" jsonb NOT NULL,
	"position" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "certificates" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"shop_id" text NOT NULL,
	"listing_id" text,
	"product_name" jsonb NOT NULL,
	"holder" text NOT NULL,
	"stars" bigint,
	"number" text,
	"issuer" text NOT NULL,
	"issued_on" text NOT NULL,
	"valid_to" text,
	"source_grade" text NOT NULL,
	"is_sample" boolean NOT NULL,
	"created_at" bigint NOT NULL,
	"verified_at" bigint,
	"verified_by" text,
	"revoked_at" bigint
);
--> statement-breakpoint
CREATE TABLE "consents" (
	"id" text PRIMARY KEY NOT NULL,
	"subject" text NOT NULL,
	"purpose" text NOT NULL,
	"is_given" boolean NOT NULL,
	"policy_version" text NOT NULL,
	"text_hash" text NOT NULL,
	"channel" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "former_units" (
	"code" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"search_key" text NOT NULL,
	"district_code" text NOT NULL,
	"district_name" text NOT NULL,
	"district_key" text NOT NULL,
	"province_name" text NOT NULL,
	"province_key" text NOT NULL,
	"valid_to" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "grants" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"role" text NOT NULL,
	"scope" text NOT NULL,
	"granted_by" text NOT NULL,
	"granted_at" bigint NOT NULL,
	"ended_at" bigint
);
--> statement-breakpoint
CREATE TABLE "listing_counts" (
	"scope" text PRIMARY KEY NOT NULL,
	"shown" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "listing_seasons" (
	"listing_id" text NOT NULL,
	"kind" text NOT NULL,
	"season" text NOT NULL,
	"from_day" bigint NOT NULL,
	"to_day" bigint NOT NULL,
	CONSTRAINT "listing_seasons_pk" PRIMARY KEY("listing_id","season","from_day")
);
--> statement-breakpoint
CREATE TABLE "one_time_links" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"purpose" text NOT NULL,
	"made_by" text NOT NULL,
	"made_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	"used_at" bigint,
	"detail" jsonb
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"phone" text,
	"email" text,
	"password_hash" text,
	"locale" text NOT NULL,
	"is_locked" boolean DEFAULT false NOT NULL,
	"is_sample" boolean DEFAULT false NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "piece_links" (
	"piece_id" text NOT NULL,
	"target_kind" text NOT NULL,
	"target_id" text NOT NULL,
	"position" bigint NOT NULL,
	CONSTRAINT "piece_links_pk" PRIMARY KEY("piece_id","target_kind","target_id")
);
--> statement-breakpoint
CREATE TABLE "piece_units" (
	"piece_id" text NOT NULL,
	"unit_code" text NOT NULL,
	CONSTRAINT "piece_units_pk" PRIMARY KEY("piece_id","unit_code")
);
--> statement-breakpoint
CREATE TABLE "piece_versions" (
	"id" text PRIMARY KEY NOT NULL,
	"piece_id" text NOT NULL,
	"number" bigint NOT NULL,
	"words" jsonb NOT NULL,
	"detail" jsonb NOT NULL,
	"is_sample" boolean NOT NULL,
	"written_by" text NOT NULL,
	"written_at" bigint NOT NULL,
	"decided_by" text,
	"decided_at" bigint,
	"reason" text
);
--> statement-breakpoint
CREATE TABLE "pieces" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"key" text NOT NULL,
	"version_id" text,
	"place_kind" text,
	"publish_at" bigint,
	"published_at" bigint,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "province_names" (
	"search_key" text NOT NULL,
	"province_code" text NOT NULL,
	"name" text NOT NULL,
	"former_code" text NOT NULL,
	CONSTRAINT "province_names_pk" PRIMARY KEY("search_key","province_code","former_code","name")
);
--> statement-breakpoint
CREATE TABLE "provinces" (
	"code" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"name_en" text NOT NULL,
	"region" text NOT NULL,
	"valid_from" text NOT NULL,
	"valid_to" text
);
--> statement-breakpoint
CREATE TABLE "public_holidays" (
	"day" text PRIMARY KEY NOT NULL,
	"name" jsonb NOT NULL,
	"certainty" text NOT NULL,
	"legal_basis" text NOT NULL,
	"source_url" text
);
--> statement-breakpoint
CREATE TABLE "rate_counts" (
	"key" text NOT NULL,
	"window_start" bigint NOT NULL,
	"hits" bigint NOT NULL,
	CONSTRAINT "rate_counts_pk" PRIMARY KEY("key","window_start")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"seen_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	"device" text NOT NULL,
	"network" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "slot_calendars" (
	"listing_id" text PRIMARY KEY NOT NULL,
	"made_until" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "slot_exceptions" (
	"id" text PRIMARY KEY NOT NULL,
	"listing_id" text NOT NULL,
	"day" text NOT NULL,
	"times" jsonb NOT NULL,
	"note" jsonb
);
--> statement-breakpoint
CREATE TABLE "slot_rules" (
	"id" text PRIMARY KEY NOT NULL,
	"listing_id" text NOT NULL,
	"position" bigint NOT NULL,
	"valid_from" text NOT NULL,
	"valid_to" text,
	"times" jsonb NOT NULL,
	"lasts_minutes" bigint NOT NULL,
	"cut_off_minutes" bigint NOT NULL,
	"capacities" jsonb NOT NULL,
	"replaced_at" bigint
);
--> statement-breakpoint
CREATE TABLE "unit_successors" (
	"former_code" text NOT NULL,
	"unit_code" text NOT NULL,
	CONSTRAINT "unit_successors_pk" PRIMARY KEY("former_code","unit_code")
);
--> statement-breakpoint
CREATE TABLE "units" (
	"code" text PRIMARY KEY NOT NULL,
	"province_code" text NOT NULL,
	"name" text NOT NULL,
	"name_en" text,
	"search_key" text NOT NULL,
	"centre" jsonb,
	"valid_from" text NOT NULL,
	"valid_to" text
);
--> statement-breakpoint
ALTER TABLE "delivery_rates" ADD COLUMN "zone" text;--> statement-breakpoint
ALTER TABLE "delivery_rates" ADD COLUMN "is_chilled" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "delivery_rates" ADD COLUMN "first_grams" bigint;--> statement-breakpoint
ALTER TABLE "delivery_rates" ADD COLUMN "step_grams" bigint;--> statement-breakpoint
ALTER TABLE "delivery_rates" ADD COLUMN "step_dong" bigint;--> statement-breakpoint
ALTER TABLE "delivery_rates" ADD COLUMN "promise_min_hours" bigint;--> statement-breakpoint
ALTER TABLE "delivery_rates" ADD COLUMN "promise_max_hours" bigint;--> statement-breakpoint
ALTER TABLE "delivery_rates" ADD COLUMN "takes_cash" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "delivery_rates" ADD COLUMN "is_sample" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "listing_revisions" ADD COLUMN "changes" jsonb;--> statement-breakpoint
ALTER TABLE "listing_revisions" ADD COLUMN "reasons" jsonb;--> statement-breakpoint
ALTER TABLE "listings" ADD COLUMN "category_id" text;--> statement-breakpoint
ALTER TABLE "listings" ADD COLUMN "season_lunar" jsonb;--> statement-breakpoint
ALTER TABLE "listings" ADD COLUMN "unit_code" text;--> statement-breakpoint
ALTER TABLE "listings" ADD COLUMN "plus_code" text;--> statement-breakpoint
ALTER TABLE "listings" ADD COLUMN "needs_cold" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "listings" ADD COLUMN "shelf_life_hours" bigint;--> statement-breakpoint
ALTER TABLE "listings" ADD COLUMN "face" jsonb;--> statement-breakpoint
ALTER TABLE "listings" ADD COLUMN "is_shown" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "person_id" text;--> statement-breakpoint
ALTER TABLE "seller_orders" ADD COLUMN "delivery_service" text;--> statement-breakpoint
ALTER TABLE "seller_orders" ADD COLUMN "delivery_zone" text;--> statement-breakpoint
ALTER TABLE "seller_orders" ADD COLUMN "delivery_is_sample" boolean;--> statement-breakpoint
ALTER TABLE "seller_orders" ADD COLUMN "weight_grams" bigint;--> statement-breakpoint
ALTER TABLE "seller_orders" ADD COLUMN "arrives_from" text;--> statement-breakpoint
ALTER TABLE "seller_orders" ADD COLUMN "arrives_to" text;--> statement-breakpoint
ALTER TABLE "shops" ADD COLUMN "unit_code" text;--> statement-breakpoint
ALTER TABLE "shops" ADD COLUMN "identity" jsonb;--> statement-breakpoint
ALTER TABLE "shops" ADD COLUMN "cut_off_minute" bigint;--> statement-breakpoint
ALTER TABLE "shops" ADD COLUMN "rest_weekdays" jsonb;--> statement-breakpoint
ALTER TABLE "shops" ADD COLUMN "state_reasons" jsonb;--> statement-breakpoint
ALTER TABLE "slots" ADD COLUMN "rule_id" text;--> statement-breakpoint
ALTER TABLE "slots" ADD COLUMN "is_withdrawn" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "variants" ADD COLUMN "weight_grams" bigint;--> statement-breakpoint
ALTER TABLE "variants" ADD COLUMN "for_whom" jsonb;--> statement-breakpoint
ALTER TABLE "variants" ADD COLUMN "is_retired" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_shop_id_shops_id_fk" FOREIGN KEY ("shop_id") REFERENCES "public"."shops"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_listing_id_listings_id_fk" FOREIGN KEY ("listing_id") REFERENCES "public"."listings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listing_seasons" ADD CONSTRAINT "listing_seasons_listing_id_listings_id_fk" FOREIGN KEY ("listing_id") REFERENCES "public"."listings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "one_time_links" ADD CONSTRAINT "one_time_links_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "piece_links" ADD CONSTRAINT "piece_links_piece_id_pieces_id_fk" FOREIGN KEY ("piece_id") REFERENCES "public"."pieces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "piece_units" ADD CONSTRAINT "piece_units_piece_id_pieces_id_fk" FOREIGN KEY ("piece_id") REFERENCES "public"."pieces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "piece_versions" ADD CONSTRAINT "piece_versions_piece_id_pieces_id_fk" FOREIGN KEY ("piece_id") REFERENCES "public"."pieces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "province_names" ADD CONSTRAINT "province_names_province_code_provinces_code_fk" FOREIGN KEY ("province_code") REFERENCES "public"."provinces"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "slot_calendars" ADD CONSTRAINT "slot_calendars_listing_id_listings_id_fk" FOREIGN KEY ("listing_id") REFERENCES "public"."listings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "slot_exceptions" ADD CONSTRAINT "slot_exceptions_listing_id_listings_id_fk" FOREIGN KEY ("listing_id") REFERENCES "public"."listings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "slot_rules" ADD CONSTRAINT "slot_rules_listing_id_listings_id_fk" FOREIGN KEY ("listing_id") REFERENCES "public"."listings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_successors" ADD CONSTRAINT "unit_successors_former_code_former_units_code_fk" FOREIGN KEY ("former_code") REFERENCES "public"."former_units"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_successors" ADD CONSTRAINT "unit_successors_unit_code_units_code_fk" FOREIGN KEY ("unit_code") REFERENCES "public"."units"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "units" ADD CONSTRAINT "units_province_code_provinces_code_fk" FOREIGN KEY ("province_code") REFERENCES "public"."provinces"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "categories_key" ON "categories" USING btree ("key");--> statement-breakpoint
CREATE INDEX "certificates_shop" ON "certificates" USING btree ("shop_id");--> statement-breakpoint
CREATE INDEX "certificates_listing" ON "certificates" USING btree ("listing_id");--> statement-breakpoint
CREATE INDEX "certificates_ending" ON "certificates" USING btree ("valid_to");--> statement-breakpoint
CREATE INDEX "consents_subject" ON "consents" USING btree ("subject","purpose","at");--> statement-breakpoint
CREATE INDEX "former_units_search" ON "former_units" USING btree ("search_key");--> statement-breakpoint
CREATE INDEX "former_units_district" ON "former_units" USING btree ("district_key");--> statement-breakpoint
CREATE INDEX "grants_person" ON "grants" USING btree ("person_id","ended_at");--> statement-breakpoint
CREATE INDEX "grants_scope" ON "grants" USING btree ("scope","role");--> statement-breakpoint
CREATE INDEX "listing_seasons_season" ON "listing_seasons" USING btree ("season","kind","listing_id","from_day","to_day");--> statement-breakpoint
CREATE INDEX "one_time_links_person" ON "one_time_links" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "one_time_links_expiry" ON "one_time_links" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "people_phone" ON "people" USING btree ("phone");--> statement-breakpoint
CREATE UNIQUE INDEX "people_email" ON "people" USING btree ("email");--> statement-breakpoint
CREATE INDEX "piece_links_target" ON "piece_links" USING btree ("target_kind","target_id");--> statement-breakpoint
CREATE INDEX "piece_units_unit" ON "piece_units" USING btree ("unit_code");--> statement-breakpoint
CREATE UNIQUE INDEX "piece_versions_number" ON "piece_versions" USING btree ("piece_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "pieces_key" ON "pieces" USING btree ("kind","key");--> statement-breakpoint
CREATE INDEX "pieces_shown" ON "pieces" USING btree ("kind","id") WHERE "pieces"."version_id" is not null;--> statement-breakpoint
CREATE INDEX "pieces_state" ON "pieces" USING btree ("state","kind","id");--> statement-breakpoint
CREATE INDEX "pieces_scheduled" ON "pieces" USING btree ("publish_at") WHERE "pieces"."publish_at" is not null;--> statement-breakpoint
CREATE INDEX "rate_counts_age" ON "rate_counts" USING btree ("window_start");--> statement-breakpoint
CREATE INDEX "sessions_person" ON "sessions" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "sessions_expiry" ON "sessions" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "slot_calendars_made" ON "slot_calendars" USING btree ("made_until");--> statement-breakpoint
CREATE UNIQUE INDEX "slot_exceptions_day" ON "slot_exceptions" USING btree ("listing_id","day");--> statement-breakpoint
CREATE INDEX "slot_rules_listing" ON "slot_rules" USING btree ("listing_id","position");--> statement-breakpoint
CREATE INDEX "unit_successors_unit" ON "unit_successors" USING btree ("unit_code");--> statement-breakpoint
CREATE INDEX "units_search" ON "units" USING btree ("search_key");--> statement-breakpoint
CREATE INDEX "units_province" ON "units" USING btree ("province_code","code");--> statement-breakpoint
ALTER TABLE "listings" ADD CONSTRAINT "listings_category_id_categories_id_fk" FOREIGN KEY ("category_id") REFERENCES "public"."categories"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listings" ADD CONSTRAINT "listings_unit_code_units_code_fk" FOREIGN KEY ("unit_code") REFERENCES "public"."units"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shops" ADD CONSTRAINT "shops_unit_code_units_code_fk" FOREIGN KEY ("unit_code") REFERENCES "public"."units"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "slots" ADD CONSTRAINT "slots_rule_id_slot_rules_id_fk" FOREIGN KEY ("rule_id") REFERENCES "public"."slot_rules"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "listings_shown" ON "listings" USING btree ("is_shown","id");--> statement-breakpoint
CREATE INDEX "listings_shown_kind" ON "listings" USING btree ("is_shown","kind","id");--> statement-breakpoint
CREATE INDEX "listings_shown_category" ON "listings" USING btree ("category_id","is_shown","id");--> statement-breakpoint
CREATE INDEX "listings_shown_shop" ON "listings" USING btree ("shop_id","is_shown","id");--> statement-breakpoint
CREATE INDEX "listings_shown_unit" ON "listings" USING btree ("unit_code","is_shown","id");--> statement-breakpoint
CREATE INDEX "orders_person" ON "orders" USING btree ("person_id","id");--> statement-breakpoint
CREATE INDEX "shops_state" ON "shops" USING btree ("state","id");--> statement-breakpoint
CREATE INDEX "slots_start" ON "slots" USING btree ("starts_at","listing_id");