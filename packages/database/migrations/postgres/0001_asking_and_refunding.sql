CREATE TABLE "order_caps" (
	"key" text PRIMARY KEY NOT NULL,
	"touched_at" bigint NOT NULL
);
--> statement-breakpoint
DROP INDEX "refunds_attempt_reason";--> statement-breakpoint
DROP INDEX "refunds_state";--> statement-breakpoint
ALTER TABLE "attempts" ADD COLUMN "ask_at" bigint;--> statement-breakpoint
ALTER TABLE "attempts" ADD COLUMN "asked" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "attempts" ADD COLUMN "waits_for" text;--> statement-breakpoint
ALTER TABLE "fulfilments" ADD COLUMN "moved_at" bigint;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "address_key" text;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "cancel_reason" text;--> statement-breakpoint
ALTER TABLE "refunds" ADD COLUMN "request_id" text;--> statement-breakpoint
ALTER TABLE "refunds" ADD COLUMN "sent_at" bigint;--> statement-breakpoint
ALTER TABLE "refunds" ADD COLUMN "ask_at" bigint;--> statement-breakpoint
ALTER TABLE "refunds" ADD COLUMN "asked" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "refunds" ADD COLUMN "response_code" text;--> statement-breakpoint
ALTER TABLE "refunds" ADD COLUMN "transaction_no" text;--> statement-breakpoint
ALTER TABLE "refunds" ADD COLUMN "waits_for" text;--> statement-breakpoint
CREATE INDEX "order_caps_age" ON "order_caps" USING btree ("touched_at");--> statement-breakpoint
CREATE INDEX "attempts_to_ask" ON "attempts" USING btree ("ask_at") WHERE "attempts"."ask_at" is not null;--> statement-breakpoint
CREATE INDEX "attempts_waiting" ON "attempts" USING btree ("waits_for") WHERE "attempts"."waits_for" is not null;--> statement-breakpoint
CREATE INDEX "orders_open_address" ON "orders" USING btree ("address_key") WHERE "orders"."state" = 'awaiting_payment';--> statement-breakpoint
CREATE UNIQUE INDEX "refunds_attempt" ON "refunds" USING btree ("attempt_id");--> statement-breakpoint
CREATE UNIQUE INDEX "refunds_request" ON "refunds" USING btree ("request_id");--> statement-breakpoint
CREATE INDEX "refunds_to_send" ON "refunds" USING btree ("ask_at") WHERE "refunds"."ask_at" is not null;--> statement-breakpoint
CREATE INDEX "refunds_waiting" ON "refunds" USING btree ("waits_for") WHERE "refunds"."waits_for" is not null;--> statement-breakpoint
-- What was opened and asked for before there were these columns is asked about and sent like everything after it.
UPDATE "attempts" SET "ask_at" = "expires_at" + 60000 WHERE "state" IN ('opened', 'unknown');--> statement-breakpoint
UPDATE "attempts" SET "waits_for" = 'suspected_fraud' WHERE "state" = 'held';--> statement-breakpoint
UPDATE "refunds" SET "ask_at" = "requested_at" WHERE "state" = 'requested';
