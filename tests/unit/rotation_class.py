"""A rotation class as a coach writes it, for tests."""

ROTATION = """\
id = "turns"
name = "Turns"
modality = "any"
category = "class"
[[steps]]
name = "Warm-up"
kind = "warm-up"
duration = "8 min"
[[steps]]
name = "Cool-down"
kind = "cool-down"
duration = "5 min"
[rotation]
block = "6 min"
blocks = [5, 8]
change = "60 s"
[[rotation.lanes]]
name = "Belts"
station_kind = "treadmill"
[[rotation.lanes.steps]]
name = "Climb"
kind = "work"
duration = "100 s"
ramp = { grade_percent = [0, 10] }
[[rotation.lanes]]
name = "Floor"
station_kind = "floor"
[[rotation.lanes.steps]]
name = "Squat"
kind = "work"
reps = [8, 10]
tempo = "3-1-1"
[[rotation.lanes.steps]]
repeat = 2
[[rotation.lanes.steps.steps]]
name = "Lunge"
kind = "work"
duration = "25 s"
"""
