CREATE TABLE "search_misses" (
	"day" text NOT NULL,
	"words" text NOT NULL,
	"times" bigint NOT NULL,
	CONSTRAINT "search_misses_pk" PRIMARY KEY("day","words")
);
--> statement-breakpoint
CREATE TABLE "search_pins" (
	"id" text PRIMARY KEY NOT NULL,
	"query" text NOT NULL,
	"listing_ids" jsonb NOT NULL,
	"created_at" bigint NOT NULL,
	"ended_at" bigint
);
--> statement-breakpoint
CREATE TABLE "search_words" (
	"id" text PRIMARY KEY NOT NULL,
	"words" jsonb NOT NULL,
	"means" jsonb,
	"note" text,
	"created_at" bigint NOT NULL,
	"ended_at" bigint
);
--> statement-breakpoint
CREATE INDEX "search_pins_live" ON "search_pins" USING btree ("id") WHERE "search_pins"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "search_words_live" ON "search_words" USING btree ("id") WHERE "search_words"."ended_at" is null;