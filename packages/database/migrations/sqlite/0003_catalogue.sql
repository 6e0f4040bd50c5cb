CREATE TABLE `categories` (
	`id` text PRIMARY KEY NOT NULL,
	`parent_id` text,
	`kind` text NOT NULL,
	`key` text NOT NULL,
	`name` text NOT NULL,
	`position` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `categories_key` ON `categories` (`key`);--> statement-breakpoint
CREATE TABLE `certificates` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`shop_id` text NOT NULL,
	`listing_id` text,
	`product_name` text NOT NULL,
	`holder` text NOT NULL,
	`stars` integer,
	`number` text,
	`issuer` text NOT NULL,
	`issued_on` text NOT NULL,
	`valid_to` text,
	`source_grade` text NOT NULL,
	`is_sample` integer NOT NULL,
	`created_at` integer NOT NULL,
	`verified_at` integer,
	`verified_by` text,
	`revoked_at` integer,
	FOREIGN KEY (`shop_id`) REFERENCES `shops`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`listing_id`) REFERENCES `listings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `certificates_shop` ON `certificates` (`shop_id`);--> statement-breakpoint
CREATE INDEX `certificates_listing` ON `certificates` (`listing_id`);--> statement-breakpoint
CREATE INDEX `certificates_ending` ON `certificates` (`valid_to`);--> statement-breakpoint
CREATE TABLE `consents` (
	`id` text PRIMARY KEY NOT NULL,
	`subject` text NOT NULL,
	`purpose` text NOT NULL,
	`is_given` integer NOT NULL,
	`policy_version` text NOT NULL,
	`text_hash` text NOT NULL,
	`channel` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `consents_subject` ON `consents` (`subject`,`purpose`,`at`);--> statement-breakpoint
CREATE TABLE `former_units` (
	`code` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`search_key` text NOT NULL,
	`district_code` text NOT NULL,
	`district_name` text NOT NULL,
	`district_key` text NOT NULL,
	`province_name` text NOT NULL,
	`province_key` text NOT NULL,
	`valid_to` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `former_units_search` ON `former_units` (`search_key`);--> statement-breakpoint
CREATE INDEX `former_units_district` ON `former_units` (`district_key`);--> statement-breakpoint
CREATE TABLE `grants` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`role` text NOT NULL,
	`scope` text NOT NULL,
	`granted_by` text NOT NULL,
	`granted_at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `grants_person` ON `grants` (`person_id`,`ended_at`);--> statement-breakpoint
CREATE INDEX `grants_scope` ON `grants` (`scope`,`role`);--> statement-breakpoint
CREATE TABLE `listing_counts` (
	`scope` text PRIMARY KEY NOT NULL,
	`shown` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `listing_seasons` (
	`listing_id` text NOT NULL,
	`kind` text NOT NULL,
	`season` text NOT NULL,
	`from_day` integer NOT NULL,
	`to_day` integer NOT NULL,
	PRIMARY KEY(`listing_id`, `season`, `from_day`),
	FOREIGN KEY (`listing_id`) REFERENCES `listings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `listing_seasons_season` ON `listing_seasons` (`season`,`kind`,`listing_id`,`from_day`,`to_day`);--> statement-breakpoint
CREATE TABLE `one_time_links` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`purpose` text NOT NULL,
	`made_by` text NOT NULL,
	`made_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	`detail` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `one_time_links_person` ON `one_time_links` (`person_id`);--> statement-breakpoint
CREATE INDEX `one_time_links_expiry` ON `one_time_links` (`expires_at`);--> statement-breakpoint
CREATE TABLE `people` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`phone` text,
	`email` text,
	`password_hash` text,
	`locale` text NOT NULL,
	`is_locked` integer DEFAULT false NOT NULL,
	`is_sample` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `people_phone` ON `people` (`phone`);--> statement-breakpoint
CREATE UNIQUE INDEX `people_email` ON `people` (`email`);--> statement-breakpoint
CREATE TABLE `piece_links` (
	`piece_id` text NOT NULL,
	`target_kind` text NOT NULL,
	`target_id` text NOT NULL,
	`position` integer NOT NULL,
	PRIMARY KEY(`piece_id`, `target_kind`, `target_id`),
	FOREIGN KEY (`piece_id`) REFERENCES `pieces`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `piece_links_target` ON `piece_links` (`target_kind`,`target_id`);--> statement-breakpoint
CREATE TABLE `piece_units` (
	`piece_id` text NOT NULL,
	`unit_code` text NOT NULL,
	PRIMARY KEY(`piece_id`, `unit_code`),
	FOREIGN KEY (`piece_id`) REFERENCES `pieces`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `piece_units_unit` ON `piece_units` (`unit_code`);--> statement-breakpoint
CREATE TABLE `piece_versions` (
	`id` text PRIMARY KEY NOT NULL,
	`piece_id` text NOT NULL,
	`number` integer NOT NULL,
	`words` text NOT NULL,
	`detail` text NOT NULL,
	`is_sample` integer NOT NULL,
	`written_by` text NOT NULL,
	`written_at` integer NOT NULL,
	`decided_by` text,
	`decided_at` integer,
	`reason` text,
	FOREIGN KEY (`piece_id`) REFERENCES `pieces`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `piece_versions_number` ON `piece_versions` (`piece_id`,`number`);--> statement-breakpoint
CREATE TABLE `pieces` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`key` text NOT NULL,
	`version_id` text,
	`place_kind` text,
	`publish_at` integer,
	`published_at` integer,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `pieces_key` ON `pieces` (`kind`,`key`);--> statement-breakpoint
CREATE INDEX `pieces_shown` ON `pieces` (`kind`,`id`) WHERE "pieces"."version_id" is not null;--> statement-breakpoint
CREATE INDEX `pieces_state` ON `pieces` (`state`,`kind`,`id`);--> statement-breakpoint
CREATE INDEX `pieces_scheduled` ON `pieces` (`publish_at`) WHERE "pieces"."publish_at" is not null;--> statement-breakpoint
CREATE TABLE `province_names` (
	`search_key` text NOT NULL,
	`province_code` text NOT NULL,
	`name` text NOT NULL,
	`former_code` text NOT NULL,
	PRIMARY KEY(`search_key`, `province_code`, `former_code`, `name`),
	FOREIGN KEY (`province_code`) REFERENCES `provinces`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `provinces` (
	`code` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`name_en` text NOT NULL,
	`region` text NOT NULL,
	`valid_from` text NOT NULL,
	`valid_to` text
);
--> statement-breakpoint
CREATE TABLE `public_holidays` (
	`day` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`certainty` text NOT NULL,
	`legal_basis` text NOT NULL,
	`source_url` text
);
--> statement-breakpoint
CREATE TABLE `rate_counts` (
	`key` text NOT NULL,
	`window_start` integer NOT NULL,
	`hits` integer NOT NULL,
	PRIMARY KEY(`key`, `window_start`)
);
--> statement-breakpoint
CREATE INDEX `rate_counts_age` ON `rate_counts` (`window_start`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`seen_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`device` text NOT NULL,
	`network` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sessions_person` ON `sessions` (`person_id`);--> statement-breakpoint
CREATE INDEX `sessions_expiry` ON `sessions` (`expires_at`);--> statement-breakpoint
CREATE TABLE `slot_calendars` (
	`listing_id` text PRIMARY KEY NOT NULL,
	`made_until` text NOT NULL,
	FOREIGN KEY (`listing_id`) REFERENCES `listings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `slot_calendars_made` ON `slot_calendars` (`made_until`);--> statement-breakpoint
CREATE TABLE `slot_exceptions` (
	`id` text PRIMARY KEY NOT NULL,
	`listing_id` text NOT NULL,
	`day` text NOT NULL,
	`times` text NOT NULL,
	`note` text,
	FOREIGN KEY (`listing_id`) REFERENCES `listings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `slot_exceptions_day` ON `slot_exceptions` (`listing_id`,`day`);--> statement-breakpoint
CREATE TABLE `slot_rules` (
	`id` text PRIMARY KEY NOT NULL,
	`listing_id` text NOT NULL,
	`position` integer NOT NULL,
	`valid_from` text NOT NULL,
	`valid_to` text,
	`times` text NOT NULL,
	`lasts_minutes` integer NOT NULL,
	`cut_off_minutes` integer NOT NULL,
	`capacities` text NOT NULL,
	`replaced_at` integer,
	FOREIGN KEY (`listing_id`) REFERENCES `listings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `slot_rules_listing` ON `slot_rules` (`listing_id`,`position`);--> statement-breakpoint
CREATE TABLE `unit_successors` (
	`former_code` text NOT NULL,
	`unit_code` text NOT NULL,
	PRIMARY KEY(`former_code`, `unit_code`),
	FOREIGN KEY (`former_code`) REFERENCES `former_units`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_code`) REFERENCES `units`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `unit_successors_unit` ON `unit_successors` (`unit_code`);--> statement-breakpoint
CREATE TABLE `units` (
	`code` text PRIMARY KEY NOT NULL,
	`province_code` text NOT NULL,
	`name` text NOT NULL,
	`name_en` text,
	`search_key` text NOT NULL,
	`centre` text,
	`valid_from` text NOT NULL,
	`valid_to` text,
	FOREIGN KEY (`province_code`) REFERENCES `provinces`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `units_search` ON `units` (`search_key`);--> statement-breakpoint
CREATE INDEX `units_province` ON `units` (`province_code`,`code`);--> statement-breakpoint
ALTER TABLE `delivery_rates` ADD `zone` text;--> statement-breakpoint
ALTER TABLE `delivery_rates` ADD `is_chilled` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `delivery_rates` ADD `first_grams` integer;--> statement-breakpoint
ALTER TABLE `delivery_rates` ADD `step_grams` integer;--> statement-breakpoint
ALTER TABLE `delivery_rates` ADD `step_dong` integer;--> statement-breakpoint
ALTER TABLE `delivery_rates` ADD `promise_min_hours` integer;--> statement-breakpoint
ALTER TABLE `delivery_rates` ADD `promise_max_hours` integer;--> statement-breakpoint
ALTER TABLE `delivery_rates` ADD `takes_cash` integer DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE `delivery_rates` ADD `is_sample` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `listing_revisions` ADD `changes` text;--> statement-breakpoint
ALTER TABLE `listing_revisions` ADD `reasons` text;--> statement-breakpoint
ALTER TABLE `listings` ADD `category_id` text REFERENCES categories(id);--> statement-breakpoint
ALTER TABLE `listings` ADD `season_lunar` text;--> statement-breakpoint
ALTER TABLE `listings` ADD `unit_code` text REFERENCES units(code);--> statement-breakpoint
ALTER TABLE `listings` ADD `plus_code` text;--> statement-breakpoint
ALTER TABLE `listings` ADD `needs_cold` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `listings` ADD `shelf_life_hours` integer;--> statement-breakpoint
ALTER TABLE `listings` ADD `face` text;--> statement-breakpoint
ALTER TABLE `listings` ADD `is_shown` integer DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX `listings_shown` ON `listings` (`is_shown`,`id`);--> statement-breakpoint
CREATE INDEX `listings_shown_kind` ON `listings` (`is_shown`,`kind`,`id`);--> statement-breakpoint
CREATE INDEX `listings_shown_category` ON `listings` (`category_id`,`is_shown`,`id`);--> statement-breakpoint
CREATE INDEX `listings_shown_shop` ON `listings` (`shop_id`,`is_shown`,`id`);--> statement-breakpoint
CREATE INDEX `listings_shown_unit` ON `listings` (`unit_code`,`is_shown`,`id`);--> statement-breakpoint
ALTER TABLE `orders` ADD `person_id` text;--> statement-breakpoint
CREATE INDEX `orders_person` ON `orders` (`person_id`,`id`);--> statement-breakpoint
ALTER TABLE `seller_orders` ADD `delivery_service` text;--> statement-breakpoint
ALTER TABLE `seller_orders` ADD `delivery_zone` text;--> statement-breakpoint
ALTER TABLE `seller_orders` ADD `delivery_is_sample` integer;--> statement-breakpoint
ALTER TABLE `seller_orders` ADD `weight_grams` integer;--> statement-breakpoint
ALTER TABLE `seller_orders` ADD `arrives_from` text;--> statement-breakpoint
ALTER TABLE `seller_orders` ADD `arrives_to` text;--> statement-breakpoint
ALTER TABLE `shops` ADD `unit_code` text REFERENCES units(code);--> statement-breakpoint
ALTER TABLE `shops` ADD `identity` text;--> statement-breakpoint
ALTER TABLE `shops` ADD `cut_off_minute` integer;--> statement-breakpoint
ALTER TABLE `shops` ADD `rest_weekdays` text;--> statement-breakpoint
ALTER TABLE `shops` ADD `state_reasons` text;--> statement-breakpoint
CREATE INDEX `shops_state` ON `shops` (`state`,`id`);--> statement-breakpoint
ALTER TABLE `slots` ADD `rule_id` text REFERENCES slot_rules(id);--> statement-breakpoint
ALTER TABLE `slots` ADD `is_withdrawn` integer DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX `slots_start` ON `slots` (`starts_at`,`listing_id`);--> statement-breakpoint
ALTER TABLE `variants` ADD `weight_grams` integer;--> statement-breakpoint
ALTER TABLE `variants` ADD `for_whom` text;--> statement-breakpoint
ALTER TABLE `variants` ADD `is_retired` integer DEFAULT false NOT NULL;