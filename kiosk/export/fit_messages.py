"""The messages of FIT activity files that we write, beside those of a workout."""

from collections.abc import Mapping
from typing import Final

from kiosk.export.fit_writer import (
    BYTE,
    ENUM,
    FLOAT32,
    MESSAGES,
    SINT16,
    STRING,
    UINT8,
    UINT16,
    UINT16Z,
    UINT32,
    Field,
    Message,
)

_TIMESTAMP: Final = Field(253, UINT32)
BEATS_A_MESSAGE: Final = 5
ALTITUDE_SCALE, ALTITUDE_OFFSET_M = 5, 500
_TOTALS: Final = {
    "total_elapsed_time": Field(7, UINT32, scale=1000),
    "total_timer_time": Field(8, UINT32, scale=1000),
    "total_distance": Field(9, UINT32, scale=100),
}

ACTIVITY_MESSAGES: Final[Mapping[str, Message]] = {
    **{kind: MESSAGES[kind] for kind in ("file_id", "workout", "workout_step")},
    "file_creator": Message(49, {"software_version": Field(0, UINT16)}),
    "device_info": Message(
        23,
        {
            "timestamp": _TIMESTAMP,
            "device_index": Field(0, UINT8),
            "device_type": Field(1, UINT8),
            "manufacturer": Field(2, UINT16),
            "software_version": Field(5, UINT16, scale=100),
            "battery_status": Field(11, UINT8),
            "ant_device_number": Field(21, UINT16Z),
            "source_type": Field(25, ENUM),
            "product_name": Field(27, STRING, 32),
            "battery_level": Field(32, UINT8),
        },
    ),
    "developer_data_id": Message(
        207,
        {
            "application_id": Field(1, BYTE, 16),
            "developer_data_index": Field(3, UINT8),
            "application_version": Field(4, UINT32),
        },
    ),
    "field_description": Message(
        206,
        {
            "developer_data_index": Field(0, UINT8),
            "field_definition_number": Field(1, UINT8),
            "fit_base_type_id": Field(2, UINT8),
            "field_name": Field(3, STRING, 32),
            "units": Field(8, STRING, 16),
            "native_mesg_num": Field(14, UINT16),
        },
    ),
    "event": Message(
        21, {"timestamp": _TIMESTAMP, "event": Field(0, ENUM), "event_type": Field(1, ENUM)}
    ),
    "record": Message(
        20,
        {
            "timestamp": _TIMESTAMP,
            "heart_rate": Field(3, UINT8),
            "cadence": Field(4, UINT8),
            "distance": Field(5, UINT32, scale=100),
            "grade": Field(9, SINT16, scale=100),
            "fractional_cadence": Field(53, UINT8, scale=128),
            "enhanced_speed": Field(73, UINT32, scale=1000),
            "enhanced_altitude": Field(78, UINT32, scale=ALTITUDE_SCALE, offset=ALTITUDE_OFFSET_M),
        },
        {
            "target_low": Field(0, UINT8, units="bpm"),
            "target_high": Field(1, UINT8, units="bpm"),
        },
    ),
    "hrv": Message(78, {"time": Field(0, UINT16, 2 * BEATS_A_MESSAGE, scale=1000)}),
    "lap": Message(
        19,
        {
            "message_index": Field(254, UINT16),
            "timestamp": _TIMESTAMP,
            "event": Field(0, ENUM),
            "event_type": Field(1, ENUM),
            "start_time": Field(2, UINT32),
            **_TOTALS,
            "avg_heart_rate": Field(15, UINT8),
            "max_heart_rate": Field(16, UINT8),
            "avg_cadence": Field(17, UINT8),
            "max_cadence": Field(18, UINT8),
            "total_ascent": Field(21, UINT16),
            "total_descent": Field(22, UINT16),
            "intensity": Field(23, ENUM),
            "lap_trigger": Field(24, ENUM),
            "sport": Field(25, ENUM),
            "sub_sport": Field(39, ENUM),
            "wkt_step_index": Field(71, UINT16),
            "enhanced_avg_speed": Field(110, UINT32, scale=1000),
            "enhanced_max_speed": Field(111, UINT32, scale=1000),
        },
    ),
    "session": Message(
        18,
        {
            "message_index": Field(254, UINT16),
            "timestamp": _TIMESTAMP,
            "event": Field(0, ENUM),
            "event_type": Field(1, ENUM),
            "start_time": Field(2, UINT32),
            "sport": Field(5, ENUM),
            "sub_sport": Field(6, ENUM),
            **_TOTALS,
            "avg_heart_rate": Field(16, UINT8),
            "max_heart_rate": Field(17, UINT8),
            "avg_cadence": Field(18, UINT8),
            "max_cadence": Field(19, UINT8),
            "total_ascent": Field(22, UINT16),
            "total_descent": Field(23, UINT16),
            "first_lap_index": Field(25, UINT16),
            "num_laps": Field(26, UINT16),
            "trigger": Field(28, ENUM),
            "enhanced_avg_speed": Field(124, UINT32, scale=1000),
            "enhanced_max_speed": Field(125, UINT32, scale=1000),
        },
        {
            "time_in_band": Field(2, FLOAT32, units="%"),
            "score": Field(3, FLOAT32, units="points"),
        },
    ),
    "activity": Message(
        34,
        {
            "timestamp": _TIMESTAMP,
            "total_timer_time": Field(0, UINT32, scale=1000),
            "num_sessions": Field(1, UINT16),
            "type": Field(2, ENUM),
            "event": Field(3, ENUM),
            "event_type": Field(4, ENUM),
            "local_timestamp": Field(5, UINT32),
        },
    ),
}
