"""What a calculation took, and the line that says so."""
import hashlib, json, resource, time


def cpu_seconds():
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def peak_megabytes():
    """The most memory that this process has held."""
    try:
        with open("/proc/self/status", encoding="ascii") as status:
            return next(int(line.split()[1]) // 1024 for line in status if line.startswith("VmHWM"))
    except FileNotFoundError:
        # macOS, which counts in bytes.
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 20


def md5(path):
    with open(path, "rb") as file:
        return hashlib.md5(file.read()).hexdigest()


class Measurement:
    """Begins when it is made and ends when it is printed."""

    def __init__(self):
        self.wall, self.cpu = time.perf_counter(), cpu_seconds()

    def print(self, engine, version, result):
        """One line of JSON. The memory is read before the result is digested."""
        wall, cpu, peak = time.perf_counter() - self.wall, cpu_seconds() - self.cpu, peak_megabytes()
        line = dict(engine=engine, version=version, seconds=round(wall, 3), cpu_seconds=round(cpu, 2),
                    peak_mb=peak, md5=md5(result), result=result)
        print(json.dumps(line))
