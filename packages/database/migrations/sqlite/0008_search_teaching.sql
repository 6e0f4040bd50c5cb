CREATE TABLE `search_misses` (
	`day` text NOT NULL,
	`words` text NOT NULL,
	`times` integer NOT NULL,
	PRIMARY KEY(`day`, `words`)
);
--> statement-breakpoint
CREATE TABLE `search_pins` (
	`id` text PRIMARY KEY NOT NULL,
	`query` text NOT NULL,
	`listing_ids` text NOT NULL,
	`created_at` integer NOT NULL,
	`ended_at` integer
);
--> statement-breakpoint
CREATE INDEX `search_pins_live` ON `search_pins` (`id`) WHERE "search_pins"."ended_at" is null;--> statement-breakpoint
CREATE TABLE `search_words` (
	`id` text PRIMARY KEY NOT NULL,
	`words` text NOT NULL,
	`means` text,
	`note` text,
	`created_at` integer NOT NULL,
	`ended_at` integer
);
--> statement-breakpoint
CREATE INDEX `search_words_live` ON `search_words` (`id`) WHERE "search_words"."ended_at" is null;