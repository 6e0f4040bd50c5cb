CREATE TABLE `order_caps` (
	`key` text PRIMARY KEY NOT NULL,
	`touched_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `order_caps_age` ON `order_caps` (`touched_at`);--> statement-breakpoint
DROP INDEX `refunds_attempt_reason`;--> statement-breakpoint
DROP INDEX `refunds_state`;--> statement-breakpoint
ALTER TABLE `refunds` ADD `request_id` text;--> statement-breakpoint
ALTER TABLE `refunds` ADD `sent_at` integer;--> statement-breakpoint
ALTER TABLE `refunds` ADD `ask_at` integer;--> statement-breakpoint
ALTER TABLE `refunds` ADD `asked` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `refunds` ADD `response_code` text;--> statement-breakpoint
ALTER TABLE `refunds` ADD `transaction_no` text;--> statement-breakpoint
ALTER TABLE `refunds` ADD `waits_for` text;--> statement-breakpoint
CREATE UNIQUE INDEX `refunds_attempt` ON `refunds` (`attempt_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `refunds_request` ON `refunds` (`request_id`);--> statement-breakpoint
CREATE INDEX `refunds_to_send` ON `refunds` (`ask_at`) WHERE "refunds"."ask_at" is not null;--> statement-breakpoint
CREATE INDEX `refunds_waiting` ON `refunds` (`waits_for`) WHERE "refunds"."waits_for" is not null;--> statement-breakpoint
ALTER TABLE `attempts` ADD `ask_at` integer;--> statement-breakpoint
ALTER TABLE `attempts` ADD `asked` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `attempts` ADD `waits_for` text;--> statement-breakpoint
CREATE INDEX `attempts_to_ask` ON `attempts` (`ask_at`) WHERE "attempts"."ask_at" is not null;--> statement-breakpoint
CREATE INDEX `attempts_waiting` ON `attempts` (`waits_for`) WHERE "attempts"."waits_for" is not null;--> statement-breakpoint
ALTER TABLE `fulfilments` ADD `moved_at` integer;--> statement-breakpoint
ALTER TABLE `orders` ADD `address_key` text;--> statement-breakpoint
ALTER TABLE `orders` ADD `cancel_reason` text;--> statement-breakpoint
CREATE INDEX `orders_open_address` ON `orders` (`address_key`) WHERE "orders"."state" = 'awaiting_payment';--> statement-breakpoint
-- What was opened and asked for before there were these columns is asked about and sent like everything after it.
UPDATE `attempts` SET `ask_at` = `expires_at` + 60000 WHERE `state` IN ('opened', 'unknown');--> statement-breakpoint
UPDATE `attempts` SET `waits_for` = 'suspected_fraud' WHERE `state` = 'held';--> statement-breakpoint
UPDATE `refunds` SET `ask_at` = `requested_at` WHERE `state` = 'requested';
