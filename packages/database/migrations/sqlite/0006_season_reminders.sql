CREATE TABLE `season_reminders` (
	`id` text PRIMARY KEY NOT NULL,
	`listing_id` text NOT NULL,
	`person_id` text,
	`email` text,
	`holder` text NOT NULL,
	`locale` text NOT NULL,
	`state` text NOT NULL,
	`asked_at` integer NOT NULL,
	`told_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `season_reminders_once` ON `season_reminders` (`listing_id`,`holder`);--> statement-breakpoint
CREATE INDEX `season_reminders_holder` ON `season_reminders` (`holder`,`state`);--> statement-breakpoint
CREATE INDEX `season_reminders_waiting` ON `season_reminders` (`state`,`listing_id`);--> statement-breakpoint
CREATE INDEX `season_reminders_age` ON `season_reminders` (`asked_at`);