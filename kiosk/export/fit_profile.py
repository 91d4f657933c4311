"""The numbers of the FIT profile that workouts and activities use, by their names there."""

from enum import IntEnum


class FileType(IntEnum):
    ACTIVITY = 4
    WORKOUT = 5


class Event(IntEnum):
    TIMER = 0
    SESSION = 8
    LAP = 9
    ACTIVITY = 26


class EventType(IntEnum):
    START = 0
    STOP = 1
    STOP_ALL = 4


class LapTrigger(IntEnum):
    MANUAL = 0
    TIME = 1
    DISTANCE = 2
    SESSION_END = 7


class Source(IntEnum):
    """How a device was heard."""

    ANTPLUS = 1
    LOCAL = 5


class DeviceType(IntEnum):
    """Of ANT+ devices, by their own numbers."""

    HEART_RATE = 120
    STRIDE_SPEED_DISTANCE = 124


class Intensity(IntEnum):
    ACTIVE = 0
    REST = 1
    WARMUP = 2
    COOLDOWN = 3
    RECOVERY = 4
    INTERVAL = 5
    OTHER = 6


class Duration(IntEnum):
    """What ends a step."""

    TIME = 0
    """Milliseconds."""
    DISTANCE = 1
    """Centimetres."""
    HR_LESS_THAN = 2
    """Percent of the maximum up to 100, else bpm + 100; so is every heart rate here."""
    HR_GREATER_THAN = 3
    CALORIES = 4
    OPEN = 5
    REPEAT_UNTIL_STEPS_COMPLETE = 6
    """Value: index of the first step of the block; target value: how often it is done in all."""
    REPEAT_UNTIL_TIME = 7
    REPEAT_UNTIL_POWER_GREATER_THAN = 13
    POWER_LESS_THAN = 14
    POWER_GREATER_THAN = 15
    REPETITION_TIME = 28
    REPS = 29
    TIME_ONLY = 31


class Target(IntEnum):
    SPEED = 0
    """Millimetres a second."""
    HEART_RATE = 1
    OPEN = 2
    CADENCE = 3
    """Revolutions a minute: on foot two steps each."""
    POWER = 4
    GRADE = 5
    RESISTANCE = 6
    SPEED_LAP = 12
    HEART_RATE_LAP = 13


class Sport(IntEnum):
    GENERIC = 0
    RUNNING = 1
    FITNESS_EQUIPMENT = 4
    TRAINING = 10
    WALKING = 11
    HIKING = 17


class SubSport(IntEnum):
    GENERIC = 0
    TREADMILL = 1
    STAIR_CLIMBING = 16
    STRENGTH_TRAINING = 20
    INDOOR_WALKING = 27


BPM_OFFSET = 100
DEVELOPMENT = 255
"""The manufacturer's number for those who have none."""
