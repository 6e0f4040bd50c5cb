ALTER TABLE `fulfilments` ADD `carrier` text;--> statement-breakpoint
ALTER TABLE `fulfilments` ADD `tracking_number` text;