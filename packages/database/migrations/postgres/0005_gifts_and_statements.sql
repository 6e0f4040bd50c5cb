CREATE TABLE "statements" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"valid_from" bigint NOT NULL,
	"version" text NOT NULL,
	"parts" jsonb NOT NULL,
	"facts" jsonb NOT NULL,
	"is_sample" boolean NOT NULL,
	"written_by" text NOT NULL,
	"written_at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "cart_lines" ADD COLUMN "seen_price_dong" bigint;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "gift" jsonb;--> statement-breakpoint
CREATE UNIQUE INDEX "statements_kind_from" ON "statements" USING btree ("kind","valid_from");