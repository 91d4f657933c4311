"""The protocol file that the documentation shows, for tests of reading one."""

SHORT_HILLS = """\
id = "short-hills"
name = "Short hills"
modality = "treadmill"       # treadmill | stair | circuit | any
[[steps]]
name = "Warm-up"
kind = "warm-up"             # warm-up | work | recovery | cool-down
duration = "5 min"           # or distance = "400 m", or until = "button"
[[steps]]
repeat = 4
[[steps.steps]]
name = "Climb"
kind = "work"
duration = "90 s"
heart_rate = { zone = 3, part = "mid" }
grade_percent = 10
speed_kmh = 5.5
rpe = [6, 7]
cues = ["Tall, short steps"]
[[steps.steps]]
name = "Easy"
kind = "recovery"
duration = "60 s"
"""
