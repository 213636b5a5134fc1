import Testing

@testable import Credentials

/// Guessing becomes slow, and nobody is locked out for good.
struct ThrottleTests {
    @Test("three wrong tries are free, then 5 s, doubling, never more than 15 minutes")
    func waits() {
        #expect(
            (0...13).map { Throttle.user.wait(after: $0) } == [0, 0, 0, 0, 5, 10, 20, 40, 80, 160, 320, 640, 900, 900])
        #expect(Throttle.user.wait(after: .max) == 900)
    }

    @Test("after a day of quiet wrong tries are forgotten")
    func forgotten() {
        let old = Guesses(failures: 50, last: Instant(seconds: 1_000_000))
        #expect(old.failed(.user, at: Instant(seconds: 1_000_000 + 86_399)).failures == 51)
        #expect(old.failed(.user, at: Instant(seconds: 1_000_000 + 86_400)).failures == 1)
    }

    @Test(
        "whatever the wrong tries were, after the longest wait the next one is looked at",
        arguments: 1...20 as ClosedRange<UInt64>)
    func neverForGood(seed: UInt64) {
        let random = KnownRow(seed)
        var guesses = Guesses.none
        var now = Instant(seconds: 1_700_000_000)
        for byte in random.bytes(500) {
            now = now.adding(Int64(byte) * 4)
            if guesses.opens(.user, at: now) == nil { guesses = guesses.failed(.user, at: now) }
        }
        #expect(guesses.opens(.user, at: now.adding(Throttle.user.longest)) == nil)
    }
}

struct InstantTests {
    @Test(
        "an instant is written as ISO 8601 in UTC",
        arguments: [
            (0, "1970-01-01T00:00:00Z"), (1_111_111_109, "2005-03-18T01:58:29Z"), (.max, "9999-12-31T23:59:59Z"),
        ] as [(Int64, String)])
    func written(seconds: Int64, text: String) { #expect(Instant(seconds: seconds).description == text) }

    @Test("reckoning beyond the calendar stops at its ends")
    func ends() {
        #expect(Instant(seconds: .max).adding(.max) == Instant(seconds: .max))
        #expect(Instant(seconds: 5).adding(.min) == Instant(seconds: 0))
    }
}
