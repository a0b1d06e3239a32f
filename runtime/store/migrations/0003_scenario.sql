CREATE TABLE "scenario" (
	"id" text PRIMARY KEY NOT NULL,
	"body" jsonb NOT NULL,
	"rev" integer DEFAULT 1 NOT NULL,
	"by" uuid,
	"at" timestamp(3) with time zone NOT NULL
);
