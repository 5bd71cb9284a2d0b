"""What a Python peer reads, and what it tells about itself as it ends."""

import json
import os
import re
import resource
import sys

HAS_SCHOOLS = sys.argv[1] == "with-school"


def report_usage():
    """On file descriptor 3, as the Node peers do."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    with open("/proc/self/status", encoding="utf8") as status:
        peak = re.search(r"VmHWM:\s+(\d+)", status.read())
    usage = {"cpuSeconds": used.ru_utime + used.ru_stime, "peakMb": int(peak.group(1)) / 1024 if peak else None}
    os.write(3, json.dumps(usage).encode())
