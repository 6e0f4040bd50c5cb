CREATE TABLE `mails` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`subject` text NOT NULL,
	`recipient` text NOT NULL,
	`order_id` text,
	`locale` text NOT NULL,
	`state` text NOT NULL,
	`due_at` integer,
	`leased_until` integer,
	`attempts` integer NOT NULL,
	`silences` integer NOT NULL,
	`answer` text,
	`created_at` integer NOT NULL,
	`ended_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `mails_once` ON `mails` (`kind`,`subject`,`recipient`);--> statement-breakpoint
CREATE INDEX `mails_due` ON `mails` (`due_at`) WHERE "mails"."due_at" is not null;--> statement-breakpoint
CREATE INDEX `mails_order` ON `mails` (`order_id`) WHERE "mails"."order_id" is not null;