PRAGMA application_id = 1297109844;
PRAGMA user_version = 2;
BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0002');
CREATE TABLE change (
	edit_id VARCHAR(36) NOT NULL, 
	position INTEGER NOT NULL, 
	subject VARCHAR(200) NOT NULL, 
	field VARCHAR(40) NOT NULL, 
	"before" TEXT, 
	"after" TEXT, 
	CONSTRAINT pk_change PRIMARY KEY (edit_id, position), 
	CONSTRAINT fk_change_edit_id_edit FOREIGN KEY(edit_id) REFERENCES edit (id)
)
 WITHOUT ROWID

;
INSERT INTO "change" VALUES('019cec00-c780-72e1-bcc6-f6410f685a3c',0,'outcome:git/merge','state',NULL,'done');
INSERT INTO "change" VALUES('019cec00-c780-72e1-bcc6-f6410f685a3c',1,'skill:git','state','learning','done');
INSERT INTO "change" VALUES('019cec00-c780-72e1-bcc6-f6410f685a3c',2,'outcome:git/merge','done_on',NULL,'2026-03-14');
INSERT INTO "change" VALUES('019cec00-c780-72e1-bcc6-f6410f685a3c',3,'skill:git','done_on',NULL,'2026-03-14');
INSERT INTO "change" VALUES('019cec00-c780-7607-9ee4-4b2837eb5e2d',0,'stage:road/basics','note',NULL,'Learn on Sundays.');
INSERT INTO "change" VALUES('019cec00-c780-764b-8d78-517676008473',0,'skill:sql','state','aside',NULL);
INSERT INTO "change" VALUES('019cec00-c780-7700-88d4-19353606e123',0,'skill:sql','state',NULL,'aside');
INSERT INTO "change" VALUES('019cec00-c780-7a10-83d9-7315c3c29f0f',0,'outcome:git/commit','state',NULL,'done');
INSERT INTO "change" VALUES('019cec00-c780-7a10-83d9-7315c3c29f0f',1,'skill:git','state',NULL,'learning');
INSERT INTO "change" VALUES('019cec00-c780-7a10-83d9-7315c3c29f0f',2,'outcome:git/commit','done_on',NULL,'2026-03-14');
CREATE TABLE edit (
	id VARCHAR(36) NOT NULL, 
	learner VARCHAR(36) NOT NULL, 
	device VARCHAR(36) NOT NULL, 
	seq INTEGER NOT NULL, 
	at VARCHAR(40) NOT NULL, 
	local_date VARCHAR(10) NOT NULL, 
	utc_offset INTEGER NOT NULL, 
	label VARCHAR(40) NOT NULL, 
	reverts VARCHAR(36), 
	CONSTRAINT pk_edit PRIMARY KEY (id), 
	CONSTRAINT fk_edit_reverts_edit FOREIGN KEY(reverts) REFERENCES edit (id)
)
 WITHOUT ROWID

;
INSERT INTO "edit" VALUES('019cec00-c780-72e1-bcc6-f6410f685a3c','01a21101-209e-7289-9bea-e6f88bf1b4bf','01a21101-209e-7993-862b-3b3ecdfe37bb',2,'2026-03-14T11:00:00.000+00:00','2026-03-14',60,'done',NULL);
INSERT INTO "edit" VALUES('019cec00-c780-7607-9ee4-4b2837eb5e2d','01a21101-209e-7289-9bea-e6f88bf1b4bf','01a21101-209e-7993-862b-3b3ecdfe37bb',3,'2026-03-14T11:00:00.000+00:00','2026-03-14',60,'note',NULL);
INSERT INTO "edit" VALUES('019cec00-c780-764b-8d78-517676008473','01a21101-209e-7289-9bea-e6f88bf1b4bf','01a21101-209e-7993-862b-3b3ecdfe37bb',5,'2026-03-14T11:00:00.000+00:00','2026-03-14',60,'undo','019cec00-c780-7700-88d4-19353606e123');
INSERT INTO "edit" VALUES('019cec00-c780-7700-88d4-19353606e123','01a21101-209e-7289-9bea-e6f88bf1b4bf','01a21101-209e-7993-862b-3b3ecdfe37bb',4,'2026-03-14T11:00:00.000+00:00','2026-03-14',60,'aside',NULL);
INSERT INTO "edit" VALUES('019cec00-c780-7a10-83d9-7315c3c29f0f','01a21101-209e-7289-9bea-e6f88bf1b4bf','01a21101-209e-7993-862b-3b3ecdfe37bb',1,'2026-03-14T11:00:00.000+00:00','2026-03-14',60,'done',NULL);
CREATE TABLE fact (
	learner VARCHAR(36) NOT NULL, 
	field VARCHAR(40) NOT NULL, 
	subject VARCHAR(200) NOT NULL, 
	value TEXT, 
	seq INTEGER NOT NULL, 
	device VARCHAR(36) NOT NULL, 
	local_date VARCHAR(10) NOT NULL, 
	CONSTRAINT pk_fact PRIMARY KEY (learner, field, subject)
)
 WITHOUT ROWID

;
INSERT INTO "fact" VALUES('01a21101-209e-7289-9bea-e6f88bf1b4bf','done_on','outcome:git/commit','2026-03-14',1,'01a21101-209e-7993-862b-3b3ecdfe37bb','2026-03-14');
INSERT INTO "fact" VALUES('01a21101-209e-7289-9bea-e6f88bf1b4bf','done_on','outcome:git/merge','2026-03-14',2,'01a21101-209e-7993-862b-3b3ecdfe37bb','2026-03-14');
INSERT INTO "fact" VALUES('01a21101-209e-7289-9bea-e6f88bf1b4bf','done_on','skill:git','2026-03-14',2,'01a21101-209e-7993-862b-3b3ecdfe37bb','2026-03-14');
INSERT INTO "fact" VALUES('01a21101-209e-7289-9bea-e6f88bf1b4bf','note','stage:road/basics','Learn on Sundays.',3,'01a21101-209e-7993-862b-3b3ecdfe37bb','2026-03-14');
INSERT INTO "fact" VALUES('01a21101-209e-7289-9bea-e6f88bf1b4bf','state','outcome:git/commit','done',1,'01a21101-209e-7993-862b-3b3ecdfe37bb','2026-03-14');
INSERT INTO "fact" VALUES('01a21101-209e-7289-9bea-e6f88bf1b4bf','state','outcome:git/merge','done',2,'01a21101-209e-7993-862b-3b3ecdfe37bb','2026-03-14');
INSERT INTO "fact" VALUES('01a21101-209e-7289-9bea-e6f88bf1b4bf','state','skill:git','done',2,'01a21101-209e-7993-862b-3b3ecdfe37bb','2026-03-14');
INSERT INTO "fact" VALUES('01a21101-209e-7289-9bea-e6f88bf1b4bf','state','skill:sql',NULL,5,'01a21101-209e-7993-862b-3b3ecdfe37bb','2026-03-14');
CREATE TABLE item (
	roadmap VARCHAR(60) NOT NULL, 
	subject VARCHAR(200) NOT NULL, 
	stage INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	title TEXT NOT NULL, 
	CONSTRAINT pk_item PRIMARY KEY (roadmap, subject), 
	CONSTRAINT fk_item_roadmap_roadmap FOREIGN KEY(roadmap) REFERENCES roadmap (slug) ON DELETE CASCADE
)
 WITHOUT ROWID

;
INSERT INTO "item" VALUES('road','milestone:api/form',0,5,'The form');
INSERT INTO "item" VALUES('road','milestone:api/tests',0,6,'The tests');
INSERT INTO "item" VALUES('road','outcome:git/commit',0,2,'I can commit');
INSERT INTO "item" VALUES('road','outcome:git/merge',0,3,'I can merge');
INSERT INTO "item" VALUES('road','outcome:sql/join',1,9,'I can join');
INSERT INTO "item" VALUES('road','outcome:tests/unit',1,11,'I can unit');
INSERT INTO "item" VALUES('road','project:api',0,4,'Build api');
INSERT INTO "item" VALUES('road','skill:git',0,1,'Git');
INSERT INTO "item" VALUES('road','skill:sql',1,8,'Sql');
INSERT INTO "item" VALUES('road','skill:tests',1,10,'Tests');
INSERT INTO "item" VALUES('road','stage:road/basics',0,0,'Basics');
INSERT INTO "item" VALUES('road','stage:road/later',1,7,'Later');
CREATE TABLE reference (
	kind VARCHAR(20) NOT NULL, 
	slug VARCHAR(60) NOT NULL, 
	position INTEGER NOT NULL, 
	section TEXT NOT NULL, 
	title TEXT NOT NULL, 
	body TEXT NOT NULL, 
	CONSTRAINT pk_reference PRIMARY KEY (kind, slug)
);
CREATE TABLE roadmap (
	slug VARCHAR(60) NOT NULL, 
	title TEXT NOT NULL, 
	summary TEXT NOT NULL, 
	version TEXT NOT NULL, 
	origin VARCHAR(10) NOT NULL, 
	digest VARCHAR(64) NOT NULL, 
	added_at VARCHAR(40) NOT NULL, 
	CONSTRAINT pk_roadmap PRIMARY KEY (slug), 
	CONSTRAINT ck_roadmap_origin CHECK (origin IN ('bundled', 'file'))
);
INSERT INTO "roadmap" VALUES('road','The road','A short one.','1','file','digest','2026-03-14T12:00:00.000+01:00');
CREATE TABLE setting (
	name VARCHAR(40) NOT NULL, 
	value TEXT NOT NULL, 
	CONSTRAINT pk_setting PRIMARY KEY (name)
);
INSERT INTO "setting" VALUES('learner','01a21101-209e-7289-9bea-e6f88bf1b4bf');
INSERT INTO "setting" VALUES('device','01a21101-209e-7993-862b-3b3ecdfe37bb');
INSERT INTO "setting" VALUES('roadmap','road');
CREATE TABLE stage (
	roadmap VARCHAR(60) NOT NULL, 
	position INTEGER NOT NULL, 
	slug VARCHAR(60) NOT NULL, 
	outline TEXT NOT NULL, 
	content TEXT NOT NULL, 
	CONSTRAINT pk_stage PRIMARY KEY (roadmap, position), 
	CONSTRAINT fk_stage_roadmap_roadmap FOREIGN KEY(roadmap) REFERENCES roadmap (slug) ON DELETE CASCADE
);
INSERT INTO "stage" VALUES('road',0,'basics','{"title": "Basics", "summary": "The basics.", "icon": "flag", "level": "", "skills": {"skill:git": 3.5}, "projects": {"project:api": 4.0}}','{"slug": "basics", "title": "Basics", "summary": "The basics.", "groups": [{"title": "Tools", "skills": [{"slug": "git", "title": "Git", "summary": "All about git.", "hours": {"low": 2, "high": 5}, "outcomes": [{"slug": "commit", "text": "I can commit"}, {"slug": "merge", "text": "I can merge"}]}], "least": 0}], "projects": [{"slug": "api", "title": "Build api", "brief": "Something small.", "hours": {"low": 4, "high": 4}, "milestones": [{"slug": "form", "title": "The form"}, {"slug": "tests", "title": "The tests"}], "skills": ["git"]}], "icon": "flag"}');
INSERT INTO "stage" VALUES('road',1,'later','{"title": "Later", "summary": "The later.", "icon": "flag", "level": "", "skills": {"skill:sql": 3.5, "skill:tests": 3.5}, "projects": {}}','{"slug": "later", "title": "Later", "summary": "The later.", "groups": [{"title": "Tools", "skills": [{"slug": "sql", "title": "Sql", "summary": "All about sql.", "hours": {"low": 2, "high": 5}, "outcomes": [{"slug": "join", "text": "I can join"}]}, {"slug": "tests", "title": "Tests", "summary": "All about tests.", "hours": {"low": 2, "high": 5}, "outcomes": [{"slug": "unit", "text": "I can unit"}]}], "least": 0}], "icon": "flag"}');
CREATE TABLE undo_step (
	position INTEGER NOT NULL, 
	edit_id VARCHAR(36) NOT NULL, 
	undone INTEGER NOT NULL, 
	CONSTRAINT pk_undo_step PRIMARY KEY (position), 
	CONSTRAINT fk_undo_step_edit_id_edit FOREIGN KEY(edit_id) REFERENCES edit (id), 
	CONSTRAINT ck_undo_step_flag CHECK (undone IN (0, 1))
);
INSERT INTO "undo_step" VALUES(1,'019cec00-c780-7a10-83d9-7315c3c29f0f',0);
INSERT INTO "undo_step" VALUES(2,'019cec00-c780-72e1-bcc6-f6410f685a3c',0);
INSERT INTO "undo_step" VALUES(3,'019cec00-c780-7607-9ee4-4b2837eb5e2d',0);
INSERT INTO "undo_step" VALUES(4,'019cec00-c780-7700-88d4-19353606e123',1);
CREATE INDEX ix_edit_seq ON edit (seq);
CREATE INDEX ix_item_subject ON item (subject);
COMMIT;
