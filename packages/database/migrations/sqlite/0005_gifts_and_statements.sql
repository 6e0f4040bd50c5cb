CREATE TABLE `statements` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`valid_from` integer NOT NULL,
	`version` text NOT NULL,
	`parts` text NOT NULL,
	`facts` text NOT NULL,
	`is_sample` integer NOT NULL,
	`written_by` text NOT NULL,
	`written_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `statements_kind_from` ON `statements` (`kind`,`valid_from`);--> statement-breakpoint
ALTER TABLE `cart_lines` ADD `seen_price_dong` integer;--> statement-breakpoint
ALTER TABLE `orders` ADD `gift` text;