CREATE SEQUENCE "document_partition_counter" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1;--> statement-breakpoint
CREATE TABLE "assignment" (
	"id" uuid PRIMARY KEY NOT NULL,
	"document" uuid NOT NULL,
	"document_type" text NOT NULL,
	"node" text NOT NULL,
	"seat" uuid NOT NULL,
	"line" text NOT NULL,
	"person" uuid,
	"pool" text[],
	"except" text[] DEFAULT '{}' NOT NULL,
	"state" text NOT NULL,
	"outcome" text,
	"draft_remark" text,
	"due_at" timestamp(3) with time zone,
	"opened_at" timestamp(3) with time zone,
	"closed_at" timestamp(3) with time zone
);
--> statement-breakpoint
CREATE TABLE "comment" (
	"id" uuid PRIMARY KEY NOT NULL,
	"document" uuid NOT NULL,
	"document_type" text NOT NULL,
	"by" uuid NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"text" text
);
--> statement-breakpoint
CREATE TABLE "definition_body" (
	"hash" text PRIMARY KEY NOT NULL,
	"body" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "draft" (
	"kind" text NOT NULL,
	"id" text NOT NULL,
	"body" jsonb,
	"base" text,
	"rev" integer DEFAULT 1 NOT NULL,
	"by" uuid,
	"at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "draft_pk" PRIMARY KEY("kind","id")
);
--> statement-breakpoint
CREATE TABLE "program" (
	"hash" text PRIMARY KEY NOT NULL,
	"type" text NOT NULL,
	"type_hash" text NOT NULL,
	"schema" text,
	"schema_hash" text,
	"release" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "release" (
	"number" integer PRIMARY KEY NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"by" uuid,
	"note" text
);
--> statement-breakpoint
CREATE TABLE "release_item" (
	"release" integer NOT NULL,
	"kind" text NOT NULL,
	"id" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "release_item_pk" PRIMARY KEY("release","kind","id")
);
--> statement-breakpoint
CREATE TABLE "document" (
	"id" uuid NOT NULL,
	"type" text NOT NULL,
	"program" text NOT NULL,
	"schema" text,
	"number" text,
	"title" jsonb NOT NULL,
	"status" text NOT NULL,
	"process" jsonb,
	"card" jsonb NOT NULL,
	"derived" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"readers" text[] DEFAULT '{}' NOT NULL,
	"rev" integer DEFAULT 1 NOT NULL,
	"card_rev" integer NOT NULL,
	"head_sequence" integer NOT NULL,
	"head_hash" text NOT NULL,
	"author" uuid NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	"closed_at" timestamp(3) with time zone,
	"search" "tsvector" DEFAULT '' NOT NULL,
	CONSTRAINT "document_pk" PRIMARY KEY("id","type")
) PARTITION BY LIST ("type");
--> statement-breakpoint
CREATE TABLE "document_partition" (
	"type" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "document_partition_name_unique" UNIQUE("name")
);
--> statement-breakpoint
CREATE TABLE "due" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "due_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"due_at" timestamp(3) with time zone NOT NULL,
	"document" uuid,
	"document_type" text,
	"key" text DEFAULT '' NOT NULL,
	"payload" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"asked" integer DEFAULT 1 NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"lease_until" timestamp(3) with time zone,
	"last_error" text,
	"given_up_at" timestamp(3) with time zone,
	CONSTRAINT "due_once" UNIQUE NULLS NOT DISTINCT("document","kind","key")
);
--> statement-breakpoint
CREATE TABLE "event" (
	"stream" uuid NOT NULL,
	"kind" text DEFAULT 'document' NOT NULL,
	"sequence" integer NOT NULL,
	"document_type" text,
	"position" bigint GENERATED ALWAYS AS IDENTITY (sequence name "event_position_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"xid" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	"type" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"by" uuid,
	"on_behalf_of" uuid,
	"body" jsonb NOT NULL,
	"leaves" jsonb NOT NULL,
	"hash" text NOT NULL,
	"previous" text NOT NULL,
	CONSTRAINT "event_pk" PRIMARY KEY("stream","kind","sequence")
);
--> statement-breakpoint
CREATE TABLE "idempotency" (
	"person" uuid NOT NULL,
	"key" text NOT NULL,
	"body_hash" text NOT NULL,
	"document" uuid,
	"document_type" text,
	"sequence" integer,
	"at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "idempotency_pk" PRIMARY KEY("person","key")
);
--> statement-breakpoint
CREATE TABLE "link" (
	"from_id" uuid NOT NULL,
	"from_type" text NOT NULL,
	"field" text NOT NULL,
	"to_id" uuid NOT NULL,
	"to_type" text NOT NULL,
	CONSTRAINT "link_pk" PRIMARY KEY("from_id","field","to_id")
);
--> statement-breakpoint
CREATE TABLE "notice" (
	"id" uuid PRIMARY KEY NOT NULL,
	"recipient" uuid NOT NULL,
	"about" text NOT NULL,
	"text" jsonb,
	"facts" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"document" uuid,
	"document_type" text,
	"assignment" uuid,
	"by" text[] NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"read_at" timestamp(3) with time zone
);
--> statement-breakpoint
CREATE TABLE "reminder_sent" (
	"rule" text NOT NULL,
	"document" uuid NOT NULL,
	"occurrence" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "reminder_sent_pk" PRIMARY KEY("document","rule","occurrence")
);
--> statement-breakpoint
CREATE TABLE "reminder_sweep" (
	"rule" text PRIMARY KEY NOT NULL,
	"swept_until" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "number_series" (
	"type" text NOT NULL,
	"series" text NOT NULL,
	"last" integer NOT NULL,
	CONSTRAINT "number_series_pk" PRIMARY KEY("type","series")
);
--> statement-breakpoint
CREATE TABLE "unique_value" (
	"type" text NOT NULL,
	"field" text NOT NULL,
	"value" text NOT NULL,
	"document" uuid NOT NULL,
	CONSTRAINT "unique_value_pk" PRIMARY KEY("type","field","value")
);
--> statement-breakpoint
CREATE TABLE "calendar" (
	"id" text PRIMARY KEY NOT NULL,
	"body" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "department" (
	"id" text PRIMARY KEY NOT NULL,
	"label" jsonb NOT NULL,
	"parent" text,
	"head" uuid
);
--> statement-breakpoint
CREATE TABLE "group" (
	"id" text PRIMARY KEY NOT NULL,
	"label" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "group_member" (
	"group" text NOT NULL,
	"person" uuid NOT NULL,
	CONSTRAINT "group_member_pk" PRIMARY KEY("group","person")
);
--> statement-breakpoint
CREATE TABLE "person" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"language" text DEFAULT 'en' NOT NULL,
	"department" text,
	"manager" uuid,
	"calendar" text,
	"attributes" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"left_at" timestamp(3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "person_role" (
	"person" uuid NOT NULL,
	"role" text NOT NULL,
	CONSTRAINT "person_role_pk" PRIMARY KEY("person","role")
);
--> statement-breakpoint
CREATE TABLE "role" (
	"id" text PRIMARY KEY NOT NULL,
	"label" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "substitution" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person" uuid NOT NULL,
	"substitute" uuid NOT NULL,
	"from_at" timestamp(3) with time zone NOT NULL,
	"to_at" timestamp(3) with time zone NOT NULL,
	"open_too" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "account" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person" uuid NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp (3) with time zone,
	"refresh_token_expires_at" timestamp (3) with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rate_limit" (
	"id" uuid PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"count" integer NOT NULL,
	"last_request" bigint NOT NULL,
	CONSTRAINT "rate_limit_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "session" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person" uuid NOT NULL,
	"token" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"acting_as" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "session_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "verification" (
	"id" uuid PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "site" (
	"id" smallint PRIMARY KEY DEFAULT 1 NOT NULL,
	"rev" bigint DEFAULT 1 NOT NULL,
	"name" text DEFAULT '' NOT NULL,
	"languages" text[] DEFAULT '{en}' NOT NULL,
	"zone" text DEFAULT 'UTC' NOT NULL,
	"settings" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"set_up_at" timestamp(3) with time zone,
	"demo" boolean DEFAULT false NOT NULL,
	"release" integer DEFAULT 0 NOT NULL,
	"head_sequence" integer DEFAULT 0 NOT NULL,
	"head_hash" text DEFAULT '' NOT NULL,
	CONSTRAINT "site_is_one" CHECK ("site"."id" = 1)
);
--> statement-breakpoint
ALTER TABLE "account" ADD CONSTRAINT "account_person_person_id_fk" FOREIGN KEY ("person") REFERENCES "person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_person_person_id_fk" FOREIGN KEY ("person") REFERENCES "person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "assignment_document" ON "assignment" USING btree ("document");--> statement-breakpoint
CREATE INDEX "assignment_inbox" ON "assignment" USING btree ("person","opened_at","id") WHERE "assignment"."state" = 'open';--> statement-breakpoint
CREATE INDEX "assignment_pool" ON "assignment" USING gin ("pool") WHERE "assignment"."state" = 'open' and "assignment"."person" is null;--> statement-breakpoint
CREATE INDEX "assignment_done" ON "assignment" USING btree ("person","closed_at","id") WHERE "assignment"."state" = 'done';--> statement-breakpoint
CREATE INDEX "comment_document" ON "comment" USING btree ("document","at","id");--> statement-breakpoint
CREATE INDEX "release_item_hash" ON "release_item" USING btree ("hash");--> statement-breakpoint
CREATE INDEX "document_readers" ON "document" USING gin ("readers");--> statement-breakpoint
CREATE INDEX "document_search" ON "document" USING gin ("search");--> statement-breakpoint
CREATE INDEX "document_number" ON "document" USING btree ("number");--> statement-breakpoint
CREATE INDEX "document_created" ON "document" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "document_status" ON "document" USING btree ("status","created_at","id");--> statement-breakpoint
CREATE INDEX "due_when" ON "due" USING btree ("due_at") WHERE "due"."given_up_at" is null;--> statement-breakpoint
CREATE INDEX "due_given_up" ON "due" USING btree ("given_up_at","id") WHERE "due"."given_up_at" is not null;--> statement-breakpoint
CREATE INDEX "event_feed" ON "event" USING btree ("xid","position");--> statement-breakpoint
CREATE INDEX "idempotency_age" ON "idempotency" USING btree ("at");--> statement-breakpoint
CREATE INDEX "link_target" ON "link" USING btree ("to_id","from_type","field","from_id");--> statement-breakpoint
CREATE INDEX "notice_recipient" ON "notice" USING btree ("recipient","at","id") WHERE 'program' = any("notice"."by");--> statement-breakpoint
CREATE INDEX "notice_unread" ON "notice" USING btree ("recipient") WHERE "notice"."read_at" is null and 'program' = any("notice"."by");--> statement-breakpoint
CREATE INDEX "notice_document" ON "notice" USING btree ("document");--> statement-breakpoint
CREATE INDEX "unique_value_document" ON "unique_value" USING btree ("document");--> statement-breakpoint
CREATE UNIQUE INDEX "person_email" ON "person" USING btree ("email");--> statement-breakpoint
CREATE INDEX "substitution_person" ON "substitution" USING btree ("person","to_at");--> statement-breakpoint
CREATE INDEX "account_person" ON "account" USING btree ("person");--> statement-breakpoint
CREATE INDEX "session_person" ON "session" USING btree ("person");--> statement-breakpoint
CREATE INDEX "verification_identifier" ON "verification" USING btree ("identifier");