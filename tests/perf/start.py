"""Opens the window on an archive offscreen, waits until the list is filled, and prints CPU seconds and memory as JSON.

Usage: python -m tests.perf.start ARCHIVE
"""

import json
import resource
import sys
import time
from pathlib import Path


def main() -> None:
    """Measure one start of this very process."""
    from desktop_app.gui import app  # isort: skip - as the program begins
    from PySide6.QtCore import QEventLoop

    application = app.make_application()
    shell = app.Shell()
    shell.open(Path(sys.argv[1]))
    window = shell.window
    assert window is not None
    loop = QEventLoop()
    window.desk.listing_changed.connect(lambda _listing: loop.quit())
    if window.desk.listing is None:
        loop.exec()
    window.grab()  # the first picture
    cpu = time.process_time()
    resident = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    window.close()
    application.quit()
    print(json.dumps({"cpu_s": round(cpu, 3), "rss_mb": round(resident), "modules": len(sys.modules)}))


if __name__ == "__main__":
    main()
