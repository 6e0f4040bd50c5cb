CREATE TABLE `attempts` (
	`id` text PRIMARY KEY NOT NULL,
	`reference` text NOT NULL,
	`method` text NOT NULL,
	`gateway_ref` text NOT NULL,
	`terminal` text NOT NULL,
	`amount_dong` integer NOT NULL,
	`state` text NOT NULL,
	`opened_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`gateway_created_on` text NOT NULL,
	`settled_at` integer,
	`response_code` text,
	`transaction_no` text,
	`bank_code` text,
	CONSTRAINT "attempts_amount_positive" CHECK("attempts"."amount_dong" > 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `attempts_gateway_ref` ON `attempts` (`method`,`gateway_ref`);--> statement-breakpoint
CREATE INDEX `attempts_reference` ON `attempts` (`reference`,`opened_at`);--> statement-breakpoint
CREATE TABLE `audit_rows` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`actor` text NOT NULL,
	`verb` text NOT NULL,
	`object_kind` text NOT NULL,
	`object_id` text NOT NULL,
	`detail` text
);
--> statement-breakpoint
CREATE INDEX `audit_rows_object` ON `audit_rows` (`object_kind`,`object_id`,`id`);--> statement-breakpoint
CREATE INDEX `audit_rows_actor` ON `audit_rows` (`actor`,`id`);--> statement-breakpoint
CREATE TABLE `cart_lines` (
	`id` text PRIMARY KEY NOT NULL,
	`cart_id` text NOT NULL,
	`variant_id` text NOT NULL,
	`slot_id` text,
	`slot_key` text NOT NULL,
	`quantity` integer NOT NULL,
	FOREIGN KEY (`cart_id`) REFERENCES `carts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`variant_id`) REFERENCES `variants`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`slot_id`) REFERENCES `slots`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "cart_lines_quantity_positive" CHECK("cart_lines"."quantity" > 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `cart_lines_thing` ON `cart_lines` (`cart_id`,`variant_id`,`slot_key`);--> statement-breakpoint
CREATE TABLE `carts` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`touched_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `claims` (
	`id` text PRIMARY KEY NOT NULL,
	`hold_id` text NOT NULL,
	`pool_id` text NOT NULL,
	`units` integer NOT NULL,
	`state` text NOT NULL,
	`lapses_at` integer,
	FOREIGN KEY (`hold_id`) REFERENCES `holds`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`pool_id`) REFERENCES `pools`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "claims_units_positive" CHECK("claims"."units" > 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `claims_hold_pool` ON `claims` (`hold_id`,`pool_id`);--> statement-breakpoint
CREATE INDEX `claims_lapsing` ON `claims` (`pool_id`,`lapses_at`) WHERE "claims"."state" = 'held';--> statement-breakpoint
CREATE TABLE `clock` (
	`id` text PRIMARY KEY NOT NULL,
	`offset_ms` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `delivery_rates` (
	`id` text PRIMARY KEY NOT NULL,
	`service` text NOT NULL,
	`fee_dong` integer NOT NULL,
	`valid_from` integer NOT NULL,
	`valid_to` integer,
	`source` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `draws` (
	`id` text PRIMARY KEY NOT NULL,
	`variant_id` text NOT NULL,
	`pool_id` text,
	`slot_role` text,
	`units` integer NOT NULL,
	FOREIGN KEY (`variant_id`) REFERENCES `variants`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`pool_id`) REFERENCES `pools`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "draws_from_one_source" CHECK(("draws"."pool_id" is null) <> ("draws"."slot_role" is null)),
	CONSTRAINT "draws_units_positive" CHECK("draws"."units" > 0)
);
--> statement-breakpoint
CREATE INDEX `draws_variant` ON `draws` (`variant_id`);--> statement-breakpoint
CREATE TABLE `fulfilments` (
	`id` text PRIMARY KEY NOT NULL,
	`seller_order_id` text NOT NULL,
	`kind` text NOT NULL,
	`slot_id` text,
	`state` text NOT NULL,
	FOREIGN KEY (`seller_order_id`) REFERENCES `seller_orders`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`slot_id`) REFERENCES `slots`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `fulfilments_seller_order` ON `fulfilments` (`seller_order_id`);--> statement-breakpoint
CREATE INDEX `fulfilments_slot` ON `fulfilments` (`slot_id`);--> statement-breakpoint
CREATE TABLE `holds` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`state` text NOT NULL,
	`placed_at` integer NOT NULL,
	`lapses_at` integer,
	`extended_at` integer,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `holds_order` ON `holds` (`order_id`);--> statement-breakpoint
CREATE INDEX `holds_open` ON `holds` (`state`,`lapses_at`);--> statement-breakpoint
CREATE TABLE `house_facts` (
	`name` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `idempotency_keys` (
	`scope` text NOT NULL,
	`key` text NOT NULL,
	`body_hash` text NOT NULL,
	`answer` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`scope`, `key`)
);
--> statement-breakpoint
CREATE INDEX `idempotency_keys_age` ON `idempotency_keys` (`created_at`);--> statement-breakpoint
CREATE TABLE `leases` (
	`name` text PRIMARY KEY NOT NULL,
	`holder` text NOT NULL,
	`lapses_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `ledger_movements` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`reference` text NOT NULL,
	`cause` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `ledger_movements_cause` ON `ledger_movements` (`kind`,`cause`);--> statement-breakpoint
CREATE INDEX `ledger_movements_reference` ON `ledger_movements` (`reference`,`id`);--> statement-breakpoint
CREATE TABLE `ledger_rows` (
	`id` text PRIMARY KEY NOT NULL,
	`movement_id` text NOT NULL,
	`account` text NOT NULL,
	`shop_id` text,
	`reference` text NOT NULL,
	`amount_dong` integer NOT NULL,
	FOREIGN KEY (`movement_id`) REFERENCES `ledger_movements`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `ledger_rows_movement` ON `ledger_rows` (`movement_id`);--> statement-breakpoint
CREATE INDEX `ledger_rows_reference` ON `ledger_rows` (`reference`,`account`);--> statement-breakpoint
CREATE INDEX `ledger_rows_shop` ON `ledger_rows` (`shop_id`,`account`);--> statement-breakpoint
CREATE TABLE `listing_revisions` (
	`id` text PRIMARY KEY NOT NULL,
	`listing_id` text NOT NULL,
	`number` integer NOT NULL,
	`state` text NOT NULL,
	`words` text NOT NULL,
	`created_at` integer NOT NULL,
	`decided_at` integer,
	`decided_by` text,
	`reason` text,
	FOREIGN KEY (`listing_id`) REFERENCES `listings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `listing_revisions_number` ON `listing_revisions` (`listing_id`,`number`);--> statement-breakpoint
CREATE TABLE `listings` (
	`id` text PRIMARY KEY NOT NULL,
	`shop_id` text NOT NULL,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`revision_id` text,
	`season_months` text NOT NULL,
	`vat_class` text NOT NULL,
	`tax_activity` text NOT NULL,
	`is_sample` integer NOT NULL,
	`created_at` integer NOT NULL,
	`published_at` integer,
	FOREIGN KEY (`shop_id`) REFERENCES `shops`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `listings_on_sale` ON `listings` (`state`,`kind`,`id`);--> statement-breakpoint
CREATE INDEX `listings_shop` ON `listings` (`shop_id`);--> statement-breakpoint
CREATE TABLE `notices` (
	`id` text PRIMARY KEY NOT NULL,
	`attempt_id` text,
	`method` text NOT NULL,
	`channel` text NOT NULL,
	`is_genuine` integer NOT NULL,
	`answer` text NOT NULL,
	`outcome` text,
	`fields` text NOT NULL,
	`received_at` integer NOT NULL,
	FOREIGN KEY (`attempt_id`) REFERENCES `attempts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `notices_attempt` ON `notices` (`attempt_id`,`id`);--> statement-breakpoint
CREATE INDEX `notices_received` ON `notices` (`received_at`);--> statement-breakpoint
CREATE TABLE `order_lines` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`seller_order_id` text NOT NULL,
	`fulfilment_id` text NOT NULL,
	`position` integer NOT NULL,
	`kind` text NOT NULL,
	`variant_id` text NOT NULL,
	`revision_id` text NOT NULL,
	`slot_id` text,
	`listing_title` text NOT NULL,
	`variant_title` text NOT NULL,
	`quantity` integer NOT NULL,
	`unit_price_dong` integer NOT NULL,
	`total_dong` integer NOT NULL,
	`vat_class` text NOT NULL,
	`tax_activity` text NOT NULL,
	`draws` text NOT NULL,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`seller_order_id`) REFERENCES `seller_orders`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`fulfilment_id`) REFERENCES `fulfilments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`variant_id`) REFERENCES `variants`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`revision_id`) REFERENCES `listing_revisions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`slot_id`) REFERENCES `slots`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "order_lines_total" CHECK("order_lines"."total_dong" = "order_lines"."unit_price_dong" * "order_lines"."quantity" and "order_lines"."quantity" > 0)
);
--> statement-breakpoint
CREATE INDEX `order_lines_order` ON `order_lines` (`order_id`,`position`);--> statement-breakpoint
CREATE TABLE `orders` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`state` text NOT NULL,
	`cart_id` text NOT NULL,
	`locale` text NOT NULL,
	`contact_name` text NOT NULL,
	`contact_phone` text,
	`contact_email` text,
	`address` text,
	`payment_method` text NOT NULL,
	`consents` text NOT NULL,
	`items_dong` integer NOT NULL,
	`delivery_dong` integer NOT NULL,
	`total_dong` integer NOT NULL,
	`key_secret_id` text NOT NULL,
	`key_version` integer NOT NULL,
	`placed_at` integer NOT NULL,
	`placed_from` text NOT NULL,
	`confirmed_at` integer,
	CONSTRAINT "orders_total_adds_up" CHECK("orders"."total_dong" = "orders"."items_dong" + "orders"."delivery_dong" and "orders"."total_dong" >= 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `orders_code` ON `orders` (`code`);--> statement-breakpoint
CREATE INDEX `orders_open_phone` ON `orders` (`contact_phone`,`state`);--> statement-breakpoint
CREATE INDEX `orders_open_email` ON `orders` (`contact_email`,`state`);--> statement-breakpoint
CREATE INDEX `orders_open_network` ON `orders` (`placed_from`) WHERE "orders"."state" = 'awaiting_payment';--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`xid` integer DEFAULT 0 NOT NULL,
	`at` integer NOT NULL,
	`topic` text NOT NULL,
	`subject` text NOT NULL,
	`detail` text
);
--> statement-breakpoint
CREATE INDEX `outbox_order` ON `outbox` (`xid`,`id`);--> statement-breakpoint
CREATE TABLE `outbox_cursors` (
	`name` text PRIMARY KEY NOT NULL,
	`line` text NOT NULL,
	`xid` integer NOT NULL,
	`outbox_id` integer NOT NULL,
	`moved_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `pools` (
	`id` text PRIMARY KEY NOT NULL,
	`shop_id` text NOT NULL,
	`unit` text NOT NULL,
	`capacity` integer NOT NULL,
	`taken` integer NOT NULL,
	FOREIGN KEY (`shop_id`) REFERENCES `shops`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "pools_taken_fits" CHECK("pools"."taken" >= 0 and "pools"."taken" <= "pools"."capacity")
);
--> statement-breakpoint
CREATE INDEX `pools_shop` ON `pools` (`shop_id`);--> statement-breakpoint
CREATE TABLE `prices` (
	`id` text PRIMARY KEY NOT NULL,
	`variant_id` text NOT NULL,
	`price_dong` integer NOT NULL,
	`valid_from` integer NOT NULL,
	`valid_to` integer,
	FOREIGN KEY (`variant_id`) REFERENCES `variants`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "prices_not_negative" CHECK("prices"."price_dong" >= 0)
);
--> statement-breakpoint
CREATE INDEX `prices_variant` ON `prices` (`variant_id`,`valid_from`);--> statement-breakpoint
CREATE TABLE `rates` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`basis_points` integer NOT NULL,
	`valid_from` integer NOT NULL,
	`valid_to` integer,
	`legal_basis` text NOT NULL,
	`source_url` text
);
--> statement-breakpoint
CREATE INDEX `rates_name` ON `rates` (`name`,`valid_from`);--> statement-breakpoint
CREATE TABLE `refunds` (
	`id` text PRIMARY KEY NOT NULL,
	`attempt_id` text NOT NULL,
	`amount_dong` integer NOT NULL,
	`state` text NOT NULL,
	`reason` text NOT NULL,
	`requested_at` integer NOT NULL,
	`settled_at` integer,
	`tries` integer NOT NULL,
	FOREIGN KEY (`attempt_id`) REFERENCES `attempts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "refunds_amount_positive" CHECK("refunds"."amount_dong" > 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `refunds_attempt_reason` ON `refunds` (`attempt_id`,`reason`);--> statement-breakpoint
CREATE INDEX `refunds_state` ON `refunds` (`state`,`requested_at`);--> statement-breakpoint
CREATE TABLE `seller_orders` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`shop_id` text NOT NULL,
	`items_dong` integer NOT NULL,
	`delivery_dong` integer NOT NULL,
	`total_dong` integer NOT NULL,
	`commission_basis_points` integer NOT NULL,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`shop_id`) REFERENCES `shops`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `seller_orders_shop` ON `seller_orders` (`order_id`,`shop_id`);--> statement-breakpoint
CREATE INDEX `seller_orders_of_shop` ON `seller_orders` (`shop_id`,`id`);--> statement-breakpoint
CREATE TABLE `shops` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`name` text NOT NULL,
	`place` text NOT NULL,
	`about` text NOT NULL,
	`is_sample` integer NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `slot_pools` (
	`slot_id` text NOT NULL,
	`role` text NOT NULL,
	`pool_id` text NOT NULL,
	PRIMARY KEY(`slot_id`, `role`),
	FOREIGN KEY (`slot_id`) REFERENCES `slots`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`pool_id`) REFERENCES `pools`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `slot_pools_pool` ON `slot_pools` (`pool_id`);--> statement-breakpoint
CREATE TABLE `slots` (
	`id` text PRIMARY KEY NOT NULL,
	`listing_id` text NOT NULL,
	`starts_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`sells_until` integer NOT NULL,
	`state` text NOT NULL,
	FOREIGN KEY (`listing_id`) REFERENCES `listings`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "slots_end_after_start" CHECK("slots"."ends_at" > "slots"."starts_at" and "slots"."sells_until" <= "slots"."starts_at")
);
--> statement-breakpoint
CREATE UNIQUE INDEX `slots_listing_start` ON `slots` (`listing_id`,`starts_at`);--> statement-breakpoint
CREATE TABLE `slugs` (
	`kind` text NOT NULL,
	`locale` text NOT NULL,
	`slug` text NOT NULL,
	`target_id` text NOT NULL,
	`is_current` integer NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`kind`, `locale`, `slug`)
);
--> statement-breakpoint
CREATE INDEX `slugs_target` ON `slugs` (`target_id`);--> statement-breakpoint
CREATE TABLE `stock_movements` (
	`id` text PRIMARY KEY NOT NULL,
	`pool_id` text NOT NULL,
	`capacity_from` integer NOT NULL,
	`capacity_to` integer NOT NULL,
	`at` integer NOT NULL,
	`actor` text NOT NULL,
	`reason` text NOT NULL,
	FOREIGN KEY (`pool_id`) REFERENCES `pools`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `stock_movements_pool` ON `stock_movements` (`pool_id`,`id`);--> statement-breakpoint
CREATE TABLE `tickets` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`order_line_id` text NOT NULL,
	`slot_id` text NOT NULL,
	`number` integer NOT NULL,
	`state` text NOT NULL,
	`key_id` text NOT NULL,
	`signature` text NOT NULL,
	`issued_at` integer NOT NULL,
	`admitted_at` integer,
	`admitted_by` text,
	FOREIGN KEY (`order_line_id`) REFERENCES `order_lines`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`slot_id`) REFERENCES `slots`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `tickets_code` ON `tickets` (`code`);--> statement-breakpoint
CREATE UNIQUE INDEX `tickets_of_line` ON `tickets` (`order_line_id`,`number`);--> statement-breakpoint
CREATE INDEX `tickets_slot` ON `tickets` (`slot_id`,`state`);--> statement-breakpoint
CREATE TABLE `variants` (
	`id` text PRIMARY KEY NOT NULL,
	`listing_id` text NOT NULL,
	`position` integer NOT NULL,
	`title` text NOT NULL,
	FOREIGN KEY (`listing_id`) REFERENCES `listings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `variants_listing` ON `variants` (`listing_id`,`position`);