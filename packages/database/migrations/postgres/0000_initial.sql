CREATE TABLE "attempts" (
	"id" text PRIMARY KEY NOT NULL,
	"reference" text NOT NULL,
	"method" text NOT NULL,
	"gateway_ref" text NOT NULL,
	"terminal" text NOT NULL,
	"amount_dong" bigint NOT NULL,
	"state" text NOT NULL,
	"opened_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	"gateway_created_on" text NOT NULL,
	"settled_at" bigint,
	"response_code" text,
	"transaction_no" text,
	"bank_code" text,
	CONSTRAINT "attempts_amount_positive" CHECK ("attempts"."amount_dong" > 0)
);
--> statement-breakpoint
CREATE TABLE "audit_rows" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"at" bigint NOT NULL,
	"actor" text NOT NULL,
	"verb" text NOT NULL,
	"object_kind" text NOT NULL,
	"object_id" text NOT NULL,
	"detail" jsonb
);
--> statement-breakpoint
CREATE TABLE "cart_lines" (
	"id" text PRIMARY KEY NOT NULL,
	"cart_id" text NOT NULL,
	"variant_id" text NOT NULL,
	"slot_id" text,
	"slot_key" text NOT NULL,
	"quantity" bigint NOT NULL,
	CONSTRAINT "cart_lines_quantity_positive" CHECK ("cart_lines"."quantity" > 0)
);
--> statement-breakpoint
CREATE TABLE "carts" (
	"id" text PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"created_at" bigint NOT NULL,
	"touched_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "claims" (
	"id" text PRIMARY KEY NOT NULL,
	"hold_id" text NOT NULL,
	"pool_id" text NOT NULL,
	"units" bigint NOT NULL,
	"state" text NOT NULL,
	"lapses_at" bigint,
	CONSTRAINT "claims_units_positive" CHECK ("claims"."units" > 0)
);
--> statement-breakpoint
CREATE TABLE "clock" (
	"id" text PRIMARY KEY NOT NULL,
	"offset_ms" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "delivery_rates" (
	"id" text PRIMARY KEY NOT NULL,
	"service" text NOT NULL,
	"fee_dong" bigint NOT NULL,
	"valid_from" bigint NOT NULL,
	"valid_to" bigint,
	"source" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "draws" (
	"id" text PRIMARY KEY NOT NULL,
	"variant_id" text NOT NULL,
	"pool_id" text,
	"slot_role" text,
	"units" bigint NOT NULL,
	CONSTRAINT "draws_from_one_source" CHECK (("draws"."pool_id" is null) <> ("draws"."slot_role" is null)),
	CONSTRAINT "draws_units_positive" CHECK ("draws"."units" > 0)
);
--> statement-breakpoint
CREATE TABLE "fulfilments" (
	"id" text PRIMARY KEY NOT NULL,
	"seller_order_id" text NOT NULL,
	"kind" text NOT NULL,
	"slot_id" text,
	"state" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "holds" (
	"id" text PRIMARY KEY NOT NULL,
	"order_id" text NOT NULL,
	"state" text NOT NULL,
	"placed_at" bigint NOT NULL,
	"lapses_at" bigint,
	"extended_at" bigint
);
--> statement-breakpoint
CREATE TABLE "house_facts" (
	"name" text PRIMARY KEY NOT NULL,
	"value" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"scope" text NOT NULL,
	"key" text NOT NULL,
	"body_hash" text NOT NULL,
	"answer" jsonb NOT NULL,
	"created_at" bigint NOT NULL,
	CONSTRAINT "idempotency_keys_pk" PRIMARY KEY("scope","key")
);
--> statement-breakpoint
CREATE TABLE "leases" (
	"name" text PRIMARY KEY NOT NULL,
	"holder" text NOT NULL,
	"lapses_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ledger_movements" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"reference" text NOT NULL,
	"cause" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ledger_rows" (
	"id" text PRIMARY KEY NOT NULL,
	"movement_id" text NOT NULL,
	"account" text NOT NULL,
	"shop_id" text,
	"reference" text NOT NULL,
	"amount_dong" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "listing_revisions" (
	"id" text PRIMARY KEY NOT NULL,
	"listing_id" text NOT NULL,
	"number" bigint NOT NULL,
	"state" text NOT NULL,
	"words" jsonb NOT NULL,
	"created_at" bigint NOT NULL,
	"decided_at" bigint,
	"decided_by" text,
	"reason" text
);
--> statement-breakpoint
CREATE TABLE "listings" (
	"id" text PRIMARY KEY NOT NULL,
	"shop_id" text NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"revision_id" text,
	"season_months" jsonb NOT NULL,
	"vat_class" text NOT NULL,
	"tax_activity" text NOT NULL,
	"is_sample" boolean NOT NULL,
	"created_at" bigint NOT NULL,
	"published_at" bigint
);
--> statement-breakpoint
CREATE TABLE "notices" (
	"id" text PRIMARY KEY NOT NULL,
	"attempt_id" text,
	"method" text NOT NULL,
	"channel" text NOT NULL,
	"is_genuine" boolean NOT NULL,
	"answer" text NOT NULL,
	"outcome" text,
	"fields" jsonb NOT NULL,
	"received_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "order_lines" (
	"id" text PRIMARY KEY NOT NULL,
	"order_id" text NOT NULL,
	"seller_order_id" text NOT NULL,
	"fulfilment_id" text NOT NULL,
	"position" bigint NOT NULL,
	"kind" text NOT NULL,
	"variant_id" text NOT NULL,
	"revision_id" text NOT NULL,
	"slot_id" text,
	"listing_title" jsonb NOT NULL,
	"variant_title" jsonb NOT NULL,
	"quantity" bigint NOT NULL,
	"unit_price_dong" bigint NOT NULL,
	"total_dong" bigint NOT NULL,
	"vat_class" text NOT NULL,
	"tax_activity" text NOT NULL,
	"draws" jsonb NOT NULL,
	CONSTRAINT "order_lines_total" CHECK ("order_lines"."total_dong" = "order_lines"."unit_price_dong" * "order_lines"."quantity" and "order_lines"."quantity" > 0)
);
--> statement-breakpoint
CREATE TABLE "orders" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"state" text NOT NULL,
	"cart_id" text NOT NULL,
	"locale" text NOT NULL,
	"contact_name" text NOT NULL,
	"contact_phone" text,
	"contact_email" text,
	"address" jsonb,
	"payment_method" text NOT NULL,
	"consents" jsonb NOT NULL,
	"items_dong" bigint NOT NULL,
	"delivery_dong" bigint NOT NULL,
	"total_dong" bigint NOT NULL,
	"key_secret_id" text NOT NULL,
	"key_version" bigint NOT NULL,
	"placed_at" bigint NOT NULL,
	"placed_from" text NOT NULL,
	"confirmed_at" bigint,
	CONSTRAINT "orders_total_adds_up" CHECK ("orders"."total_dong" = "orders"."items_dong" + "orders"."delivery_dong" and "orders"."total_dong" >= 0)
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"xid" bigint DEFAULT cast(cast(pg_current_xact_id() as text) as bigint) NOT NULL,
	"at" bigint NOT NULL,
	"topic" text NOT NULL,
	"subject" text NOT NULL,
	"detail" jsonb
);
--> statement-breakpoint
CREATE TABLE "outbox_cursors" (
	"name" text PRIMARY KEY NOT NULL,
	"line" text NOT NULL,
	"xid" bigint NOT NULL,
	"outbox_id" bigint NOT NULL,
	"moved_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "pools" (
	"id" text PRIMARY KEY NOT NULL,
	"shop_id" text NOT NULL,
	"unit" text NOT NULL,
	"capacity" bigint NOT NULL,
	"taken" bigint NOT NULL,
	CONSTRAINT "pools_taken_fits" CHECK ("pools"."taken" >= 0 and "pools"."taken" <= "pools"."capacity")
);
--> statement-breakpoint
CREATE TABLE "prices" (
	"id" text PRIMARY KEY NOT NULL,
	"variant_id" text NOT NULL,
	"price_dong" bigint NOT NULL,
	"valid_from" bigint NOT NULL,
	"valid_to" bigint,
	CONSTRAINT "prices_not_negative" CHECK ("prices"."price_dong" >= 0)
);
--> statement-breakpoint
CREATE TABLE "rates" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"basis_points" bigint NOT NULL,
	"valid_from" bigint NOT NULL,
	"valid_to" bigint,
	"legal_basis" text NOT NULL,
	"source_url" text
);
--> statement-breakpoint
CREATE TABLE "refunds" (
	"id" text PRIMARY KEY NOT NULL,
	"attempt_id" text NOT NULL,
	"amount_dong" bigint NOT NULL,
	"state" text NOT NULL,
	"reason" text NOT NULL,
	"requested_at" bigint NOT NULL,
	"settled_at" bigint,
	"tries" bigint NOT NULL,
	CONSTRAINT "refunds_amount_positive" CHECK ("refunds"."amount_dong" > 0)
);
--> statement-breakpoint
CREATE TABLE "seller_orders" (
	"id" text PRIMARY KEY NOT NULL,
	"order_id" text NOT NULL,
	"shop_id" text NOT NULL,
	"items_dong" bigint NOT NULL,
	"delivery_dong" bigint NOT NULL,
	"total_dong" bigint NOT NULL,
	"commission_basis_points" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "shops" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"name" jsonb NOT NULL,
	"place" jsonb NOT NULL,
	"about" jsonb NOT NULL,
	"is_sample" boolean NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "slot_pools" (
	"slot_id" text NOT NULL,
	"role" text NOT NULL,
	"pool_id" text NOT NULL,
	CONSTRAINT "slot_pools_pk" PRIMARY KEY("slot_id","role")
);
--> statement-breakpoint
CREATE TABLE "slots" (
	"id" text PRIMARY KEY NOT NULL,
	"listing_id" text NOT NULL,
	"starts_at" bigint NOT NULL,
	"ends_at" bigint NOT NULL,
	"sells_until" bigint NOT NULL,
	"state" text NOT NULL,
	CONSTRAINT "slots_end_after_start" CHECK ("slots"."ends_at" > "slots"."starts_at" and "slots"."sells_until" <= "slots"."starts_at")
);
--> statement-breakpoint
CREATE TABLE "slugs" (
	"kind" text NOT NULL,
	"locale" text NOT NULL,
	"slug" text NOT NULL,
	"target_id" text NOT NULL,
	"is_current" boolean NOT NULL,
	"created_at" bigint NOT NULL,
	CONSTRAINT "slugs_pk" PRIMARY KEY("kind","locale","slug")
);
--> statement-breakpoint
CREATE TABLE "stock_movements" (
	"id" text PRIMARY KEY NOT NULL,
	"pool_id" text NOT NULL,
	"capacity_from" bigint NOT NULL,
	"capacity_to" bigint NOT NULL,
	"at" bigint NOT NULL,
	"actor" text NOT NULL,
	"reason" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tickets" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"order_line_id" text NOT NULL,
	"slot_id" text NOT NULL,
	"number" bigint NOT NULL,
	"state" text NOT NULL,
	"key_id" text NOT NULL,
	"signature" text NOT NULL,
	"issued_at" bigint NOT NULL,
	"admitted_at" bigint,
	"admitted_by" text
);
--> statement-breakpoint
CREATE TABLE "variants" (
	"id" text PRIMARY KEY NOT NULL,
	"listing_id" text NOT NULL,
	"position" bigint NOT NULL,
	"title" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "cart_lines" ADD CONSTRAINT "cart_lines_cart_id_carts_id_fk" FOREIGN KEY ("cart_id") REFERENCES "public"."carts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cart_lines" ADD CONSTRAINT "cart_lines_variant_id_variants_id_fk" FOREIGN KEY ("variant_id") REFERENCES "public"."variants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cart_lines" ADD CONSTRAINT "cart_lines_slot_id_slots_id_fk" FOREIGN KEY ("slot_id") REFERENCES "public"."slots"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_hold_id_holds_id_fk" FOREIGN KEY ("hold_id") REFERENCES "public"."holds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_pool_id_pools_id_fk" FOREIGN KEY ("pool_id") REFERENCES "public"."pools"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draws" ADD CONSTRAINT "draws_variant_id_variants_id_fk" FOREIGN KEY ("variant_id") REFERENCES "public"."variants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draws" ADD CONSTRAINT "draws_pool_id_pools_id_fk" FOREIGN KEY ("pool_id") REFERENCES "public"."pools"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fulfilments" ADD CONSTRAINT "fulfilments_seller_order_id_seller_orders_id_fk" FOREIGN KEY ("seller_order_id") REFERENCES "public"."seller_orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fulfilments" ADD CONSTRAINT "fulfilments_slot_id_slots_id_fk" FOREIGN KEY ("slot_id") REFERENCES "public"."slots"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "holds" ADD CONSTRAINT "holds_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_rows" ADD CONSTRAINT "ledger_rows_movement_id_ledger_movements_id_fk" FOREIGN KEY ("movement_id") REFERENCES "public"."ledger_movements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listing_revisions" ADD CONSTRAINT "listing_revisions_listing_id_listings_id_fk" FOREIGN KEY ("listing_id") REFERENCES "public"."listings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listings" ADD CONSTRAINT "listings_shop_id_shops_id_fk" FOREIGN KEY ("shop_id") REFERENCES "public"."shops"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_attempt_id_attempts_id_fk" FOREIGN KEY ("attempt_id") REFERENCES "public"."attempts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_lines" ADD CONSTRAINT "order_lines_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_lines" ADD CONSTRAINT "order_lines_seller_order_id_seller_orders_id_fk" FOREIGN KEY ("seller_order_id") REFERENCES "public"."seller_orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_lines" ADD CONSTRAINT "order_lines_fulfilment_id_fulfilments_id_fk" FOREIGN KEY ("fulfilment_id") REFERENCES "public"."fulfilments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_lines" ADD CONSTRAINT "order_lines_variant_id_variants_id_fk" FOREIGN KEY ("variant_id") REFERENCES "public"."variants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_lines" ADD CONSTRAINT "order_lines_revision_id_listing_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."listing_revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_lines" ADD CONSTRAINT "order_lines_slot_id_slots_id_fk" FOREIGN KEY ("slot_id") REFERENCES "public"."slots"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pools" ADD CONSTRAINT "pools_shop_id_shops_id_fk" FOREIGN KEY ("shop_id") REFERENCES "public"."shops"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "prices" ADD CONSTRAINT "prices_variant_id_variants_id_fk" FOREIGN KEY ("variant_id") REFERENCES "public"."variants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_attempt_id_attempts_id_fk" FOREIGN KEY ("attempt_id") REFERENCES "public"."attempts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seller_orders" ADD CONSTRAINT "seller_orders_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seller_orders" ADD CONSTRAINT "seller_orders_shop_id_shops_id_fk" FOREIGN KEY ("shop_id") REFERENCES "public"."shops"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "slot_pools" ADD CONSTRAINT "slot_pools_slot_id_slots_id_fk" FOREIGN KEY ("slot_id") REFERENCES "public"."slots"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "slot_pools" ADD CONSTRAINT "slot_pools_pool_id_pools_id_fk" FOREIGN KEY ("pool_id") REFERENCES "public"."pools"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "slots" ADD CONSTRAINT "slots_listing_id_listings_id_fk" FOREIGN KEY ("listing_id") REFERENCES "public"."listings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stock_movements" ADD CONSTRAINT "stock_movements_pool_id_pools_id_fk" FOREIGN KEY ("pool_id") REFERENCES "public"."pools"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_order_line_id_order_lines_id_fk" FOREIGN KEY ("order_line_id") REFERENCES "public"."order_lines"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_slot_id_slots_id_fk" FOREIGN KEY ("slot_id") REFERENCES "public"."slots"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "variants" ADD CONSTRAINT "variants_listing_id_listings_id_fk" FOREIGN KEY ("listing_id") REFERENCES "public"."listings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "attempts_gateway_ref" ON "attempts" USING btree ("method","gateway_ref");--> statement-breakpoint
CREATE INDEX "attempts_reference" ON "attempts" USING btree ("reference","opened_at");--> statement-breakpoint
CREATE INDEX "audit_rows_object" ON "audit_rows" USING btree ("object_kind","object_id","id");--> statement-breakpoint
CREATE INDEX "audit_rows_actor" ON "audit_rows" USING btree ("actor","id");--> statement-breakpoint
CREATE UNIQUE INDEX "cart_lines_thing" ON "cart_lines" USING btree ("cart_id","variant_id","slot_key");--> statement-breakpoint
CREATE UNIQUE INDEX "claims_hold_pool" ON "claims" USING btree ("hold_id","pool_id");--> statement-breakpoint
CREATE INDEX "claims_lapsing" ON "claims" USING btree ("pool_id","lapses_at") WHERE "claims"."state" = 'held';--> statement-breakpoint
CREATE INDEX "draws_variant" ON "draws" USING btree ("variant_id");--> statement-breakpoint
CREATE INDEX "fulfilments_seller_order" ON "fulfilments" USING btree ("seller_order_id");--> statement-breakpoint
CREATE INDEX "fulfilments_slot" ON "fulfilments" USING btree ("slot_id");--> statement-breakpoint
CREATE UNIQUE INDEX "holds_order" ON "holds" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "holds_open" ON "holds" USING btree ("state","lapses_at");--> statement-breakpoint
CREATE INDEX "idempotency_keys_age" ON "idempotency_keys" USING btree ("created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "ledger_movements_cause" ON "ledger_movements" USING btree ("kind","cause");--> statement-breakpoint
CREATE INDEX "ledger_movements_reference" ON "ledger_movements" USING btree ("reference","id");--> statement-breakpoint
CREATE INDEX "ledger_rows_movement" ON "ledger_rows" USING btree ("movement_id");--> statement-breakpoint
CREATE INDEX "ledger_rows_reference" ON "ledger_rows" USING btree ("reference","account");--> statement-breakpoint
CREATE INDEX "ledger_rows_shop" ON "ledger_rows" USING btree ("shop_id","account");--> statement-breakpoint
CREATE UNIQUE INDEX "listing_revisions_number" ON "listing_revisions" USING btree ("listing_id","number");--> statement-breakpoint
CREATE INDEX "listings_on_sale" ON "listings" USING btree ("state","kind","id");--> statement-breakpoint
CREATE INDEX "listings_shop" ON "listings" USING btree ("shop_id");--> statement-breakpoint
CREATE INDEX "notices_attempt" ON "notices" USING btree ("attempt_id","id");--> statement-breakpoint
CREATE INDEX "notices_received" ON "notices" USING btree ("received_at");--> statement-breakpoint
CREATE INDEX "order_lines_order" ON "order_lines" USING btree ("order_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "orders_code" ON "orders" USING btree ("code");--> statement-breakpoint
CREATE INDEX "orders_open_phone" ON "orders" USING btree ("contact_phone","state");--> statement-breakpoint
CREATE INDEX "orders_open_email" ON "orders" USING btree ("contact_email","state");--> statement-breakpoint
CREATE INDEX "orders_open_network" ON "orders" USING btree ("placed_from") WHERE "orders"."state" = 'awaiting_payment';--> statement-breakpoint
CREATE INDEX "outbox_order" ON "outbox" USING btree ("xid","id");--> statement-breakpoint
CREATE INDEX "pools_shop" ON "pools" USING btree ("shop_id");--> statement-breakpoint
CREATE INDEX "prices_variant" ON "prices" USING btree ("variant_id","valid_from");--> statement-breakpoint
CREATE INDEX "rates_name" ON "rates" USING btree ("name","valid_from");--> statement-breakpoint
CREATE UNIQUE INDEX "refunds_attempt_reason" ON "refunds" USING btree ("attempt_id","reason");--> statement-breakpoint
CREATE INDEX "refunds_state" ON "refunds" USING btree ("state","requested_at");--> statement-breakpoint
CREATE UNIQUE INDEX "seller_orders_shop" ON "seller_orders" USING btree ("order_id","shop_id");--> statement-breakpoint
CREATE INDEX "seller_orders_of_shop" ON "seller_orders" USING btree ("shop_id","id");--> statement-breakpoint
CREATE INDEX "slot_pools_pool" ON "slot_pools" USING btree ("pool_id");--> statement-breakpoint
CREATE UNIQUE INDEX "slots_listing_start" ON "slots" USING btree ("listing_id","starts_at");--> statement-breakpoint
CREATE INDEX "slugs_target" ON "slugs" USING btree ("target_id");--> statement-breakpoint
CREATE INDEX "stock_movements_pool" ON "stock_movements" USING btree ("pool_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "tickets_code" ON "tickets" USING btree ("code");--> statement-breakpoint
CREATE UNIQUE INDEX "tickets_of_line" ON "tickets" USING btree ("order_line_id","number");--> statement-breakpoint
CREATE INDEX "tickets_slot" ON "tickets" USING btree ("slot_id","state");--> statement-breakpoint
CREATE INDEX "variants_listing" ON "variants" USING btree ("listing_id","position");