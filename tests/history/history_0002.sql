-- A history of the second schema: three people, one taken off, two sessions done and one cut.
BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL,
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0002');
CREATE TABLE athlete (
	id INTEGER NOT NULL,
	name TEXT NOT NULL,
	name_key TEXT NOT NULL,
	sex TEXT,
	birth_year INTEGER,
	max_hr REAL,
	resting_hr REAL,
	threshold_hr REAL,
	threshold_on TEXT,
	zone_edges TEXT,
	ceiling_hr REAL,
	consent_on TEXT NOT NULL,
	consent_by TEXT NOT NULL,
	created_utc_ms INTEGER NOT NULL,
	removed_utc_ms INTEGER,
	CONSTRAINT pk_athlete PRIMARY KEY (id)
) STRICT;
INSERT INTO "athlete" VALUES(1,'Anna Berg','anna berg','f',1986,190.0,50.5,170.0,'2026-01-01',NULL,NULL,'2026-01-01','staff',1767225600000,NULL);
INSERT INTO "athlete" VALUES(2,'Ben','ben',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2026-01-01','staff',1767225600000,NULL);
INSERT INTO "athlete" VALUES(3,'Zoë','zoë',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2026-01-01','staff',1767225600000,1767225600000);
CREATE TABLE athlete_foot_pod (
	device_number INTEGER NOT NULL,
	athlete_id INTEGER NOT NULL,
	position INTEGER NOT NULL,
	CONSTRAINT pk_athlete_foot_pod PRIMARY KEY (device_number, athlete_id),
	CONSTRAINT fk_athlete_foot_pod_athlete_id FOREIGN KEY(athlete_id) REFERENCES athlete (id)
) STRICT;
INSERT INTO "athlete_foot_pod" VALUES(900,1,0);
CREATE TABLE athlete_strap (
	device_number INTEGER NOT NULL,
	athlete_id INTEGER NOT NULL,
	position INTEGER NOT NULL,
	CONSTRAINT pk_athlete_strap PRIMARY KEY (device_number, athlete_id),
	CONSTRAINT fk_athlete_strap_athlete_id FOREIGN KEY(athlete_id) REFERENCES athlete (id)
) STRICT;
INSERT INTO "athlete_strap" VALUES(101,1,0);
INSERT INTO "athlete_strap" VALUES(1048575,1,1);
INSERT INTO "athlete_strap" VALUES(102,2,0);
INSERT INTO "athlete_strap" VALUES(101,2,1);
CREATE TABLE athlete_tag (
	digest TEXT NOT NULL,
	athlete_id INTEGER NOT NULL,
	added_utc_ms INTEGER NOT NULL,
	CONSTRAINT pk_athlete_tag PRIMARY KEY (digest),
	CONSTRAINT fk_athlete_tag_athlete_id FOREIGN KEY(athlete_id) REFERENCES athlete (id)
) STRICT;
INSERT INTO "athlete_tag" VALUES('abababababababababababababababababababababababababababababababab',1,1767225600000);
CREATE TABLE beat (
	id INTEGER NOT NULL,
	session_athlete_id INTEGER NOT NULL,
	elapsed_s INTEGER NOT NULL,
	intervals BLOB NOT NULL,
	CONSTRAINT pk_beat PRIMARY KEY (id)
) STRICT;
INSERT INTO "beat" VALUES(1,1,57,X'0002');
INSERT INTO "beat" VALUES(2,1,58,X'0002');
INSERT INTO "beat" VALUES(3,1,59,X'0002');
INSERT INTO "beat" VALUES(4,1,60,X'0002');
INSERT INTO "beat" VALUES(5,1,61,X'0002');
CREATE TABLE event (
	id INTEGER NOT NULL,
	session_id INTEGER NOT NULL,
	session_athlete_id INTEGER,
	utc_ms INTEGER NOT NULL,
	elapsed_s INTEGER,
	kind TEXT NOT NULL,
	detail TEXT NOT NULL,
	CONSTRAINT pk_event PRIMARY KEY (id),
	CONSTRAINT fk_event_session_id FOREIGN KEY(session_id) REFERENCES session (id),
	CONSTRAINT fk_event_session_athlete_id FOREIGN KEY(session_athlete_id) REFERENCES session_athlete (id)
) STRICT;
INSERT INTO "event" VALUES(1,1,1,1767225600000,0,'step','{"step_index":0,"name":"Warm-up","hr0_bpm":null}');
CREATE TABLE live (
	id INTEGER NOT NULL,
	session_athlete_id INTEGER NOT NULL,
	elapsed_s INTEGER NOT NULL,
	utc_ms INTEGER NOT NULL,
	step_index INTEGER NOT NULL,
	step_s INTEGER NOT NULL,
	bpm INTEGER,
	grade_centi INTEGER,
	speed_centi INTEGER,
	speed_source INTEGER,
	target_low_bpm INTEGER,
	target_high_bpm INTEGER,
	guide_low_deci INTEGER,
	guide_high_deci INTEGER,
	flags INTEGER NOT NULL, cadence_deci INTEGER, cadence_source INTEGER, ascent_mm INTEGER,
	CONSTRAINT pk_live PRIMARY KEY (id)
) STRICT;
INSERT INTO "live" VALUES(1,1,57,1767225657000,0,57,120,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,815,5,153);
INSERT INTO "live" VALUES(2,2,57,1767225657000,0,57,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,NULL,NULL,NULL);
INSERT INTO "live" VALUES(3,1,58,1767225658000,0,58,120,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,815,5,153);
INSERT INTO "live" VALUES(4,2,58,1767225658000,0,58,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,NULL,NULL,NULL);
INSERT INTO "live" VALUES(5,1,59,1767225659000,0,59,120,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,815,5,153);
INSERT INTO "live" VALUES(6,2,59,1767225659000,0,59,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,NULL,NULL,NULL);
INSERT INTO "live" VALUES(7,1,60,1767225660000,1,0,120,1025,550,2,140,145,1334,1410,0,815,5,153);
INSERT INTO "live" VALUES(8,2,60,1767225660000,1,0,NULL,1025,550,2,140,145,1334,1410,0,NULL,NULL,NULL);
INSERT INTO "live" VALUES(9,1,61,1767225661000,1,1,120,1025,550,2,140,145,1334,1410,0,815,5,153);
INSERT INTO "live" VALUES(10,2,61,1767225661000,1,1,NULL,1025,550,2,140,145,1334,1410,0,NULL,NULL,NULL);
INSERT INTO "live" VALUES(11,3,0,1767225600000,0,0,120,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,NULL,NULL,NULL);
INSERT INTO "live" VALUES(12,4,0,1767225600000,0,0,120,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,NULL,NULL,NULL);
CREATE TABLE pool_strap (
	number INTEGER NOT NULL,
	device_number INTEGER NOT NULL,
	battery_percent INTEGER,
	battery_status TEXT,
	last_used_utc_ms INTEGER,
	holder_athlete_id INTEGER,
	CONSTRAINT pk_pool_strap PRIMARY KEY (number),
	CONSTRAINT uq_pool_strap_device_number UNIQUE (device_number),
	CONSTRAINT fk_pool_strap_holder_athlete_id FOREIGN KEY(holder_athlete_id) REFERENCES athlete (id)
) STRICT;
INSERT INTO "pool_strap" VALUES(7,12345,NULL,NULL,1767225600000,2);
CREATE TABLE session (
	id INTEGER NOT NULL,
	clock TEXT NOT NULL,
	protocol_id TEXT NOT NULL,
	protocol_name TEXT NOT NULL,
	plan_json TEXT NOT NULL,
	opened_utc_ms INTEGER NOT NULL,
	utc_offset_min INTEGER NOT NULL,
	synchronised INTEGER NOT NULL,
	supervised INTEGER NOT NULL,
	software_version TEXT NOT NULL,
	closed_utc_ms INTEGER,
	close_reason TEXT,
	recovered INTEGER NOT NULL,
	live_from INTEGER NOT NULL,
	live_to INTEGER,
	beat_from INTEGER NOT NULL,
	beat_to INTEGER,
	CONSTRAINT pk_session PRIMARY KEY (id)
) STRICT;
INSERT INTO "session" VALUES(1,'group','short-hills','Short hills','{"protocol_id":"short-hills","name":"Short hills","modality":"treadmill","steps":[{"name":"Warm-up","kind":"warm-up","duration_s":60,"distance_m":null,"target":null,"grade_percent":null,"speed_kmh":null,"rpe":null,"cues":[],"round":1,"rounds":1,"pace":null,"cadence_spm":null,"reps":null,"load_kg":null,"side":null,"tempo":null,"station_kind":null,"gate":null,"marathon_pace":null},{"name":"Climb","kind":"work","duration_s":90,"distance_m":null,"target":{"zone":3,"part":"mid"},"grade_percent":{"start":10,"end":10},"speed_kmh":{"start":5.5,"end":5.5},"rpe":null,"cues":[],"round":1,"rounds":1,"pace":null,"cadence_spm":null,"reps":null,"load_kg":null,"side":null,"tempo":null,"station_kind":null,"gate":null,"marathon_pace":null}],"category":"","level":"","test":null,"maximal":false,"beginner_id":null,"rotation":null,"choices":[]}',1767225600000,0,1,1,'0.1.0',1767225662000,'finished',0,1,10,1,5);
INSERT INTO "session" VALUES(2,'group','step-up-80','Step-up 80','{"protocol_id":"step-up-80","name":"Step-up 80","modality":"treadmill","steps":[{"name":"Warm-up","kind":"warm-up","duration_s":60,"distance_m":null,"target":null,"grade_percent":null,"speed_kmh":null,"rpe":null,"cues":[],"round":1,"rounds":1,"pace":null,"cadence_spm":null,"reps":null,"load_kg":null,"side":null,"tempo":null,"station_kind":null,"gate":null,"marathon_pace":null},{"name":"Climb","kind":"work","duration_s":90,"distance_m":null,"target":{"zone":3,"part":"mid"},"grade_percent":{"start":10,"end":10},"speed_kmh":{"start":5.5,"end":5.5},"rpe":null,"cues":[],"round":1,"rounds":1,"pace":null,"cadence_spm":null,"reps":null,"load_kg":null,"side":null,"tempo":null,"station_kind":null,"gate":null,"marathon_pace":null}],"category":"","level":"","test":null,"maximal":false,"beginner_id":null,"rotation":null,"choices":[]}',1767229200000,0,1,1,'0.1.0',1767229201000,'finished',0,11,11,6,5);
INSERT INTO "session" VALUES(3,'group','tread-hike','Tread hike','{"protocol_id":"tread-hike","name":"Tread hike","modality":"treadmill","steps":[{"name":"Warm-up","kind":"warm-up","duration_s":60,"distance_m":null,"target":null,"grade_percent":null,"speed_kmh":null,"rpe":null,"cues":[],"round":1,"rounds":1,"pace":null,"cadence_spm":null,"reps":null,"load_kg":null,"side":null,"tempo":null,"station_kind":null,"gate":null,"marathon_pace":null},{"name":"Climb","kind":"work","duration_s":90,"distance_m":null,"target":{"zone":3,"part":"mid"},"grade_percent":{"start":10,"end":10},"speed_kmh":{"start":5.5,"end":5.5},"rpe":null,"cues":[],"round":1,"rounds":1,"pace":null,"cadence_spm":null,"reps":null,"load_kg":null,"side":null,"tempo":null,"station_kind":null,"gate":null,"marathon_pace":null}],"category":"","level":"","test":null,"maximal":false,"beginner_id":null,"rotation":null,"choices":[]}',1767232800000,0,1,1,'0.1.0',NULL,NULL,0,12,NULL,6,NULL);
CREATE TABLE session_athlete (
	id INTEGER NOT NULL,
	session_id INTEGER NOT NULL,
	athlete_id INTEGER NOT NULL,
	name TEXT NOT NULL,
	station TEXT,
	strap INTEGER,
	zone_model TEXT,
	zone_inputs TEXT NOT NULL,
	late INTEGER NOT NULL,
	joined_utc_ms INTEGER NOT NULL,
	closed_utc_ms INTEGER,
	close_reason TEXT,
	samples INTEGER,
	missing_s INTEGER,
	CONSTRAINT pk_session_athlete PRIMARY KEY (id),
	CONSTRAINT uq_session_athlete_session_id UNIQUE (session_id, athlete_id),
	CONSTRAINT fk_session_athlete_session_id FOREIGN KEY(session_id) REFERENCES session (id),
	CONSTRAINT fk_session_athlete_athlete_id FOREIGN KEY(athlete_id) REFERENCES athlete (id)
) STRICT;
INSERT INTO "session_athlete" VALUES(1,1,1,'Anna Berg','Treadmill 1',101,'reserve','{"max_hr":190.0,"resting_hr":50.0}',0,1767225600000,1767225662000,'finished',5,0);
INSERT INTO "session_athlete" VALUES(2,1,2,'Ben','Treadmill 1',102,'reserve','{"max_hr":190.0,"resting_hr":50.0}',1,1767225600000,1767225662000,'left',5,5);
INSERT INTO "session_athlete" VALUES(3,2,3,'Zoë','Treadmill 1',103,'reserve','{"max_hr":190.0,"resting_hr":50.0}',0,1767225600000,1767229201000,'finished',1,0);
INSERT INTO "session_athlete" VALUES(4,3,2,'Ben','Treadmill 1',102,'reserve','{"max_hr":190.0,"resting_hr":50.0}',0,1767225600000,NULL,NULL,NULL,NULL);
CREATE UNIQUE INDEX uq_athlete_name_key_present ON athlete (name_key) WHERE removed_utc_ms IS NULL;
CREATE INDEX ix_session_athlete_athlete_id ON session_athlete (athlete_id);
CREATE INDEX ix_event_session_id ON event (session_id);
CREATE INDEX ix_athlete_strap_athlete_id ON athlete_strap (athlete_id);
CREATE INDEX ix_athlete_foot_pod_athlete_id ON athlete_foot_pod (athlete_id);
CREATE INDEX ix_athlete_tag_athlete_id ON athlete_tag (athlete_id);
COMMIT;
