CREATE TABLE "season_reminders" (
	"id" text PRIMARY KEY NOT NULL,
	"listing_id" text NOT NULL,
	"person_id" text,
	"email" text,
	"holder" text NOT NULL,
	"locale" text NOT NULL,
	"state" text NOT NULL,
	"asked_at" bigint NOT NULL,
	"told_at" bigint
);
--> statement-breakpoint
CREATE UNIQUE INDEX "season_reminders_once" ON "season_reminders" USING btree ("listing_id","holder");--> statement-breakpoint
CREATE INDEX "season_reminders_holder" ON "season_reminders" USING btree ("holder","state");--> statement-breakpoint
CREATE INDEX "season_reminders_waiting" ON "season_reminders" USING btree ("state","listing_id");--> statement-breakpoint
CREATE INDEX "season_reminders_age" ON "season_reminders" USING btree ("asked_at");