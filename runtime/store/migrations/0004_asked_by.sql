ALTER TABLE "assignment" ADD COLUMN "asked_by" uuid;--> statement-breakpoint
-- Who passed it on, else who last sent the document on its way, else its author: as the agenda says it (engine/document/agenda.ts).
UPDATE "assignment" a SET "asked_by" = coalesce(
	(SELECT (h.hand->>'by')::uuid FROM (SELECT d.process->'assignments'->(a.id::text)->'hands'->-1 AS hand) h
		WHERE h.hand->>'how' NOT IN ('asked', 'claimed')),
	(d.process->'leftStage'->>'by')::uuid,
	d.author)
FROM "document" d WHERE d.type = a.document_type AND d.id = a.document;--> statement-breakpoint
ALTER TABLE "assignment" ALTER COLUMN "asked_by" SET NOT NULL;
