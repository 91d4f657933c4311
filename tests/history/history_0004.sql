-- A history of the fourth schema: as the third's, and two coaches, what was set at the screen, a guest.
BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0004');
CREATE TABLE answer (
	id INTEGER NOT NULL, 
	athlete_id INTEGER NOT NULL, 
	session_id INTEGER, 
	utc_ms INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	value REAL NOT NULL, 
	CONSTRAINT pk_answer PRIMARY KEY (id), 
	CONSTRAINT fk_answer_athlete_id FOREIGN KEY(athlete_id) REFERENCES athlete (id), 
	CONSTRAINT fk_answer_session_id FOREIGN KEY(session_id) REFERENCES session (id)
)
 STRICT

;
INSERT INTO "answer" VALUES(1,1,1,1767225670000,'rpe',7.0);
INSERT INTO "answer" VALUES(2,1,NULL,1767225671000,'ran-today',1.0);
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
	removed_utc_ms INTEGER, weight_kg REAL, vo2max REAL, marathon_pace_s_per_km REAL, test_ceiling_hr REAL, cleared_on TEXT, guardian_on TEXT, readiness_on TEXT, race_on TEXT, is_ready INTEGER, is_effort_only INTEGER DEFAULT 0 NOT NULL, race_name TEXT DEFAULT '' NOT NULL, shows TEXT DEFAULT 'bpm' NOT NULL, guest_on TEXT, 
	CONSTRAINT pk_athlete PRIMARY KEY (id)
)
 STRICT

;
INSERT INTO "athlete" VALUES(1,'Anna Berg','anna berg','f',1986,190.0,50.5,170.0,'2026-01-01',NULL,NULL,'2026-01-01','staff',1767225600000,NULL,61.5,NULL,NULL,NULL,NULL,NULL,'2026-01-01','2026-06-07',1,0,'Zugspitz','zone',NULL);
INSERT INTO "athlete" VALUES(2,'Ben','ben',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2026-01-01','staff',1767225600000,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,'','bpm','2026-01-01');
INSERT INTO "athlete" VALUES(3,'Zoë','zoë',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2026-01-01','staff',1767225600000,1767225600000,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,'','bpm',NULL);
CREATE TABLE athlete_foot_pod (
	device_number INTEGER NOT NULL, 
	athlete_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	CONSTRAINT pk_athlete_foot_pod PRIMARY KEY (device_number, athlete_id), 
	CONSTRAINT fk_athlete_foot_pod_athlete_id FOREIGN KEY(athlete_id) REFERENCES athlete (id)
)
 STRICT

;
INSERT INTO "athlete_foot_pod" VALUES(900,1,0);
CREATE TABLE athlete_strap (
	device_number INTEGER NOT NULL, 
	athlete_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	CONSTRAINT pk_athlete_strap PRIMARY KEY (device_number, athlete_id), 
	CONSTRAINT fk_athlete_strap_athlete_id FOREIGN KEY(athlete_id) REFERENCES athlete (id)
)
 STRICT

;
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
)
 STRICT

;
INSERT INTO "athlete_tag" VALUES('abababababababababababababababababababababababababababababababab',1,1767225600000);
CREATE TABLE beat (
	id INTEGER NOT NULL, 
	session_athlete_id INTEGER NOT NULL, 
	elapsed_s INTEGER NOT NULL, 
	intervals BLOB NOT NULL, 
	CONSTRAINT pk_beat PRIMARY KEY (id)
)
 STRICT

;
INSERT INTO "beat" VALUES(1,1,57,X'00020B02');
INSERT INTO "beat" VALUES(2,1,58,X'00020B02');
INSERT INTO "beat" VALUES(3,1,59,X'00020B02');
INSERT INTO "beat" VALUES(4,1,60,X'00020B02');
INSERT INTO "beat" VALUES(5,1,61,X'00020B02');
INSERT INTO "beat" VALUES(6,1,62,X'00020B02');
INSERT INTO "beat" VALUES(7,4,0,X'FB01');
INSERT INTO "beat" VALUES(8,4,1,X'FB01');
CREATE TABLE choice (
	"key" TEXT NOT NULL, 
	value TEXT NOT NULL, 
	CONSTRAINT pk_choice PRIMARY KEY ("key")
)
 STRICT

;
INSERT INTO "choice" VALUES('language','de');
CREATE TABLE coach (
	id INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	name_key TEXT NOT NULL, 
	pin_hash TEXT NOT NULL, 
	failures INTEGER DEFAULT 0 NOT NULL, 
	locked_until_utc_ms INTEGER, 
	created_utc_ms INTEGER NOT NULL, 
	CONSTRAINT pk_coach PRIMARY KEY (id), 
	CONSTRAINT uq_coach_name_key UNIQUE (name_key)
)
 STRICT

;
INSERT INTO "coach" VALUES(1,'Kim','kim','$argon2id$v=19$m=8192,t=1,p=1$c2FsdHNhbHQ$aGFzaA',0,NULL,1767225600000);
INSERT INTO "coach" VALUES(2,'Jörg','jörg','$argon2id$v=19$m=8192,t=1,p=1$c2FsdHNhbHQ$aGFzaA',5,1767225660000,1767225600000);
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
)
 STRICT

;
INSERT INTO "event" VALUES(1,1,1,1767225600000,0,'step','{"step_index":0,"name":"Warm-up","hr0_bpm":null}');
INSERT INTO "event" VALUES(2,1,1,1767225660000,60,'step','{"step_index":1,"name":"Climb","hr0_bpm":81.5}');
INSERT INTO "event" VALUES(3,1,1,1767225661000,61,'set','{"step_index":1,"name":"Squat","reps":8,"load_kg":20.0,"side":null,"completed":true}');
INSERT INTO "event" VALUES(4,3,NULL,1767232801000,1,'device','{"device":"ant","state":"lost","message":"Zoë"}');
CREATE TABLE hike_window (
	session_athlete_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	grade_percent REAL NOT NULL, 
	speed_kmh REAL NOT NULL, 
	heart_rate_bpm REAL NOT NULL, 
	CONSTRAINT pk_hike_window PRIMARY KEY (session_athlete_id, position), 
	CONSTRAINT fk_hike_window_session_athlete_id FOREIGN KEY(session_athlete_id) REFERENCES session_athlete (id)
)
 WITHOUT ROWID,
 STRICT

;
INSERT INTO "hike_window" VALUES(1,0,10.25,5.5,131.5);
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
)
 STRICT

;
INSERT INTO "live" VALUES(1,1,57,1767225657000,0,57,120,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,1660,6,NULL);
INSERT INTO "live" VALUES(2,2,57,1767225657000,0,57,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,1660,6,NULL);
INSERT INTO "live" VALUES(3,1,58,1767225658000,0,58,120,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,1660,6,NULL);
INSERT INTO "live" VALUES(4,2,58,1767225658000,0,58,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,1660,6,NULL);
INSERT INTO "live" VALUES(5,1,59,1767225659000,0,59,120,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,1660,6,NULL);
INSERT INTO "live" VALUES(6,2,59,1767225659000,0,59,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,1660,6,NULL);
INSERT INTO "live" VALUES(7,1,60,1767225660000,1,0,120,1025,550,2,140,145,1334,1410,0,1660,6,153);
INSERT INTO "live" VALUES(8,2,60,1767225660000,1,0,NULL,1025,550,2,140,145,1334,1410,0,1660,6,153);
INSERT INTO "live" VALUES(9,1,61,1767225661000,1,1,120,1025,550,2,140,145,1334,1410,0,1660,6,153);
INSERT INTO "live" VALUES(10,2,61,1767225661000,1,1,NULL,1025,550,2,140,145,1334,1410,0,1660,6,153);
INSERT INTO "live" VALUES(11,1,62,1767225662000,1,2,120,1025,550,2,140,145,1334,1410,0,1660,6,153);
INSERT INTO "live" VALUES(12,2,62,1767225662000,1,2,NULL,1025,550,2,140,145,1334,1410,0,1660,6,153);
INSERT INTO "live" VALUES(13,3,0,1767229200000,0,0,120,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,1660,6,NULL);
INSERT INTO "live" VALUES(14,4,0,1767232800000,0,0,120,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,1660,6,NULL);
INSERT INTO "live" VALUES(15,4,1,1767232801000,0,1,120,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,1660,6,NULL);
CREATE TABLE planned (
	athlete_id INTEGER NOT NULL, 
	day TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	protocol_id TEXT, 
	words TEXT NOT NULL, 
	CONSTRAINT pk_planned PRIMARY KEY (athlete_id, day, position), 
	CONSTRAINT fk_planned_athlete_id FOREIGN KEY(athlete_id) REFERENCES athlete (id)
)
 STRICT

;
INSERT INTO "planned" VALUES(1,'2026-01-03',0,'short-hills','');
INSERT INTO "planned" VALUES(1,'2026-01-03',1,NULL,'Lauf, 40 min');
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
)
 STRICT

;
INSERT INTO "pool_strap" VALUES(7,12345,NULL,NULL,1767225600000,2);
CREATE TABLE result (
	session_athlete_id INTEGER NOT NULL, 
	"key" TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	value REAL, 
	unit TEXT NOT NULL, 
	digits INTEGER NOT NULL, 
	missing TEXT NOT NULL, 
	note TEXT NOT NULL, 
	CONSTRAINT pk_result PRIMARY KEY (session_athlete_id, "key"), 
	CONSTRAINT fk_result_session_athlete_id FOREIGN KEY(session_athlete_id) REFERENCES session_athlete (id)
)
 WITHOUT ROWID,
 STRICT

;
INSERT INTO "result" VALUES(1,'ascent_m',20,'Ascent',4.58999999999999963584e-01,'m',0,'','speed as prescribed, not measured');
INSERT INTO "result" VALUES(1,'banister',14,'Load (Banister)',9.9107004076341542742e-02,'points',0,'','');
INSERT INTO "result" VALUES(1,'beats_per_metre',2,'Beats per metre climbed',NULL,'beats/m',2,'the speed was prescribed, not measured: type in what the belt shows','nobody said whether the rails were touched');
INSERT INTO "result" VALUES(1,'decoupling',17,'Decoupling',NULL,'%',1,'needs 20 min of steady work without a break','');
INSERT INTO "result" VALUES(1,'distance_m',19,'Distance',4.58333333333333303727e+00,'m',0,'','speed as prescribed, not measured');
INSERT INTO "result" VALUES(1,'edwards',13,'Load (Edwards)',0.2,'points',0,'','');
INSERT INTO "result" VALUES(1,'hr_max',5,'Highest heart rate',120.0,'bpm',0,'','');
INSERT INTO "result" VALUES(1,'hr_mean',4,'Mean heart rate',120.0,'bpm',0,'','');
INSERT INTO "result" VALUES(1,'hr_recovery_60',16,'Fall in the first minute',NULL,'bpm',0,'less than a minute was recorded after the work: stay for it','');
INSERT INTO "result" VALUES(1,'hr_std',3,'Heart rate at 15 %, 4 mph',NULL,'bpm',1,'the speed was prescribed, not measured: type in what the belt shows','nobody said whether the rails were touched');
INSERT INTO "result" VALUES(1,'net_kcal',23,'Energy above rest',4.00967187500000044053e-01,'kcal',0,'','estimated from speed and grade; speed as prescribed, not measured; 3 s without speed or grade left out');
INSERT INTO "result" VALUES(1,'overshoot',1,'Overshoot',NULL,'bpm·min',1,'too little of the judged time had a heart rate','');
INSERT INTO "result" VALUES(1,'rmssd',18,'RMSSD at rest',NULL,'ms',1,'measured at rest only; this session has no rest before the work','');
INSERT INTO "result" VALUES(1,'rpe_load',15,'Load by effort',7.00000000000000066613e-01,'points',0,'','');
INSERT INTO "result" VALUES(1,'time_below_zones',11,'Time below zone 1',0.0,'s',0,'','reserve');
INSERT INTO "result" VALUES(1,'time_in_band',0,'Time in band',NULL,'%',0,'too little of the judged time had a heart rate','');
INSERT INTO "result" VALUES(1,'time_in_zone_1',6,'Time in zone 1',6.0,'s',0,'','reserve');
INSERT INTO "result" VALUES(1,'time_in_zone_2',7,'Time in zone 2',0.0,'s',0,'','reserve');
INSERT INTO "result" VALUES(1,'time_in_zone_3',8,'Time in zone 3',0.0,'s',0,'','reserve');
INSERT INTO "result" VALUES(1,'time_in_zone_4',9,'Time in zone 4',0.0,'s',0,'','reserve');
INSERT INTO "result" VALUES(1,'time_in_zone_5',10,'Time in zone 5',0.0,'s',0,'','reserve');
INSERT INTO "result" VALUES(1,'time_unknown',12,'Time without heart rate',0.0,'s',0,'','');
INSERT INTO "result" VALUES(1,'vertical_speed',21,'Vertical speed while climbing',550.8,'m/h',0,'','speed as prescribed, not measured');
INSERT INTO "result" VALUES(1,'vo2_mean',22,'Mean oxygen uptake',2.95791666666666692719e+01,'ml/kg/min',1,'','estimated from speed and grade; speed as prescribed, not measured; 3 s without speed or grade left out');
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
	beat_to INTEGER, category TEXT DEFAULT '' NOT NULL, choices TEXT DEFAULT '[]' NOT NULL, test TEXT, 
	CONSTRAINT pk_session PRIMARY KEY (id)
)
 STRICT

;
INSERT INTO "session" VALUES(1,'group','short-hills','Short hills','{"protocol_id":"short-hills","name":"Short hills","modality":"treadmill","steps":[{"name":"Warm-up","kind":"warm-up","duration_s":60,"distance_m":null,"target":null,"grade_percent":null,"speed_kmh":null,"rpe":null,"cues":[],"round":1,"rounds":1,"pace":null,"cadence_spm":null,"reps":null,"load_kg":null,"side":null,"tempo":null,"station_kind":null,"gate":null,"marathon_pace":null},{"name":"Climb","kind":"work","duration_s":90,"distance_m":null,"target":{"zone":3,"part":"mid"},"grade_percent":{"start":10,"end":10},"speed_kmh":{"start":5.5,"end":5.5},"rpe":null,"cues":[],"round":1,"rounds":1,"pace":null,"cadence_spm":null,"reps":null,"load_kg":null,"side":null,"tempo":null,"station_kind":null,"gate":null,"marathon_pace":null}],"category":"crusher","level":"","test":null,"maximal":false,"beginner_id":null,"rotation":null,"choices":[["hill","short"]]}',1767225600000,60,1,1,'0.1.0',1767225663000,'finished',0,1,12,1,6,'crusher','[["hill", "short"]]',NULL);
INSERT INTO "session" VALUES(2,'group','short-hills','Short hills','{"protocol_id":"short-hills","name":"Short hills","modality":"treadmill","steps":[{"name":"Warm-up","kind":"warm-up","duration_s":60,"distance_m":null,"target":null,"grade_percent":null,"speed_kmh":null,"rpe":null,"cues":[],"round":1,"rounds":1,"pace":null,"cadence_spm":null,"reps":null,"load_kg":null,"side":null,"tempo":null,"station_kind":null,"gate":null,"marathon_pace":null},{"name":"Climb","kind":"work","duration_s":90,"distance_m":null,"target":{"zone":3,"part":"mid"},"grade_percent":{"start":10,"end":10},"speed_kmh":{"start":5.5,"end":5.5},"rpe":null,"cues":[],"round":1,"rounds":1,"pace":null,"cadence_spm":null,"reps":null,"load_kg":null,"side":null,"tempo":null,"station_kind":null,"gate":null,"marathon_pace":null}],"category":"","level":"","test":null,"maximal":false,"beginner_id":null,"rotation":null,"choices":[]}',1767229200000,60,1,1,'0.1.0',1767229201000,'finished',0,13,13,7,6,'','[]',NULL);
INSERT INTO "session" VALUES(3,'group','short-hills','Short hills','{"protocol_id":"short-hills","name":"Short hills","modality":"treadmill","steps":[{"name":"Warm-up","kind":"warm-up","duration_s":60,"distance_m":null,"target":null,"grade_percent":null,"speed_kmh":null,"rpe":null,"cues":[],"round":1,"rounds":1,"pace":null,"cadence_spm":null,"reps":null,"load_kg":null,"side":null,"tempo":null,"station_kind":null,"gate":null,"marathon_pace":null},{"name":"Climb","kind":"work","duration_s":90,"distance_m":null,"target":{"zone":3,"part":"mid"},"grade_percent":{"start":10,"end":10},"speed_kmh":{"start":5.5,"end":5.5},"rpe":null,"cues":[],"round":1,"rounds":1,"pace":null,"cadence_spm":null,"reps":null,"load_kg":null,"side":null,"tempo":null,"station_kind":null,"gate":null,"marathon_pace":null}],"category":"","level":"","test":null,"maximal":false,"beginner_id":null,"rotation":null,"choices":[]}',1767232800000,60,1,1,'0.1.0',NULL,NULL,0,14,NULL,7,NULL,'','[]',NULL);
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
	missing_s INTEGER, measured_utc_ms INTEGER, complete INTEGER, 
	CONSTRAINT pk_session_athlete PRIMARY KEY (id), 
	CONSTRAINT uq_session_athlete_session_id UNIQUE (session_id, athlete_id), 
	CONSTRAINT fk_session_athlete_session_id FOREIGN KEY(session_id) REFERENCES session (id), 
	CONSTRAINT fk_session_athlete_athlete_id FOREIGN KEY(athlete_id) REFERENCES athlete (id)
)
 STRICT

;
INSERT INTO "session_athlete" VALUES(1,1,1,'Anna Berg','Treadmill 1',101,'reserve','{"max_hr":190.0,"resting_hr":50.0}',0,1767225600000,1767225663000,'finished',6,0,1767225680000,1);
INSERT INTO "session_athlete" VALUES(2,1,2,'Ben','Treadmill 1',102,'reserve','{"max_hr":190.0,"resting_hr":50.0}',1,1767225600000,1767225663000,'left',6,6,NULL,NULL);
INSERT INTO "session_athlete" VALUES(3,2,3,'Zoë','Treadmill 1',103,'reserve','{"max_hr":190.0,"resting_hr":50.0}',0,1767229200000,1767229201000,'finished',1,0,NULL,NULL);
INSERT INTO "session_athlete" VALUES(4,3,2,'Ben','Treadmill 1',102,'reserve','{"max_hr":190.0,"resting_hr":50.0}',0,1767232800000,NULL,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE station_shown (
	id INTEGER NOT NULL, 
	station TEXT NOT NULL, 
	utc_ms INTEGER NOT NULL, 
	lowest_percent REAL NOT NULL, 
	highest_percent REAL NOT NULL, 
	shown_by TEXT NOT NULL, 
	CONSTRAINT pk_station_shown PRIMARY KEY (id)
)
 STRICT

;
INSERT INTO "station_shown" VALUES(1,'Treadmill 1',1767225630000,-3.0,15.0,'sensor');
CREATE UNIQUE INDEX uq_athlete_name_key_present ON athlete (name_key) WHERE removed_utc_ms IS NULL;
CREATE INDEX ix_session_athlete_athlete_id ON session_athlete (athlete_id);
CREATE INDEX ix_event_session_id ON event (session_id);
CREATE INDEX ix_athlete_strap_athlete_id ON athlete_strap (athlete_id);
CREATE INDEX ix_athlete_foot_pod_athlete_id ON athlete_foot_pod (athlete_id);
CREATE INDEX ix_athlete_tag_athlete_id ON athlete_tag (athlete_id);
CREATE INDEX ix_session_athlete_unmeasured ON session_athlete (closed_utc_ms) WHERE closed_utc_ms IS NOT NULL AND measured_utc_ms IS NULL;
CREATE INDEX ix_event_set ON event (session_athlete_id) WHERE kind = 'set';
CREATE INDEX ix_answer_athlete_id ON answer (athlete_id);
COMMIT;
