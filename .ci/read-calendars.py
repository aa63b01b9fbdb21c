"""Reads calendars with the library icalendar, and compares it with what the tests say is in them."""

import datetime
import itertools
import pathlib
import sys

import icalendar


def summary(calendar):
    """What the events say, a line for each thing, as the tests write it."""
    for event in calendar.subcomponents:
        if event.errors:
            raise ValueError(event.errors)
        starts = event["DTSTART"].dt
        if starts.tzinfo is not None or event["DTSTAMP"].dt.utcoffset() != datetime.timedelta(0):
            raise ValueError("a time of the wrong form")
        yield f"event {event['UID']}"
        yield f"starts {starts:%Y%m%dT%H%M%S} lasts {event['DURATION'].dt.total_seconds():.0f}"
        if "RRULE" in event:
            rule = event["RRULE"]
            until = rule["UNTIL"][0]
            if until.tzinfo is not None or until < starts:
                raise ValueError("an end of the wrong form")
            yield f"again FREQ={rule['FREQ'][0]};INTERVAL={rule['INTERVAL'][0]};UNTIL={until:%Y%m%dT%H%M%S}"
        yield f"summary {event['SUMMARY']}"
        for line in event["DESCRIPTION"].split("\n"):
            yield f"| {line}"
        for alarm in event.subcomponents:
            if alarm.errors:
                raise ValueError(alarm.errors)
            yield f"alarm {alarm['TRIGGER'].dt.total_seconds():.0f} {alarm['DESCRIPTION']}"


def main(folder):
    files = sorted(pathlib.Path(folder).glob("*.ics"))
    if not files:
        sys.exit("There was no calendar to check.")
    for file in files:
        read = list(summary(icalendar.Calendar.from_ical(file.read_bytes())))
        written = file.with_suffix(".txt").read_text(encoding="utf-8").split("\n")[:-1]
        for ours, theirs in itertools.zip_longest(written, read):
            if ours != theirs:
                sys.exit(f"In {file.name} we wrote {ours!r}, and icalendar reads {theirs!r}.")
    print(f"icalendar {icalendar.__version__} reads all {len(files)} calendars as they were meant.")


main(sys.argv[1])
