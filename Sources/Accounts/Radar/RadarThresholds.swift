public import Quantities

/// From where on each rule speaks; the defaults were tried on a year of sales without decline.
public struct RadarThresholds: Hashable, Sendable {
    /// R1: working days before a promise is due; and those in which it can no longer be moved.
    public var promiseWarning = 5, promiseNotice = 3
    /// R2: working days to take a promise on.
    public var acceptance = 1
    /// R3: days overdue from which on it is the head's, the director's, and a reason to watch the account.
    public var overdueHead = 14, overdueDirector = 30, overdueWatch = 90
    /// R4: working days to answer.
    public var answer = 2
    /// R5: days before a call is due.
    public var callWarning = 3
    /// R6: times the own median gap, days at least, and order days needed.
    public var silenceTimes = 4, silenceDays = 35, silenceOrders = 9
    /// R7: how far revenue and orders fall against all key clients.
    public var drop = FixedDecimal(raw: 2_500_000_000_000_000)
    /// R9: days overdue for account manager and finance, and for the head.
    public var moneyWarning = 14, moneyAlarm = 30
    /// R10: working days open, and days open.
    public var claimWarning = 15, claimAlarm = 60
    /// R11: claims of one cause, in days.
    public var causeCount = 3, causeDays = 180
    /// R12: power, and norms without touch. R28 goes by the same power.
    public var power = 8, powerNorms = 2
    /// R13: share of one contact, of so many touches in days.
    public var thread = FixedDecimal(raw: 6_000_000_000_000_000)
    /// See ``thread``.
    public var threadTouches = 6, threadDays = 90
    /// R14: points of power·relation to be won.
    public var lever = 24
    /// R16: points that a relation falls.
    public var relationFall = 2
    /// R17: working days before a meeting.
    public var meeting = 2
    /// R19: fall over three meetings.
    public var decay = FixedDecimal(raw: 5_000_000_000_000_000)
    /// R21: share of remarks unread, and after how many days.
    public var remarks = FixedDecimal(raw: 2_000_000_000_000_000), remarkDays = 14
    /// R22: days without a step, and without a look at the plan.
    public var planSleep = 30, planReview = 92
    /// R23: days overdue from which on it is the head's.
    public var actionHead = 14
    /// R24: days before evidence ends.
    public var evidence = 30
    /// R25: days a risk may be without owner.
    public var riskOwner = 14
    /// R26: share of one account in the company or a unit, and in a book.
    public var unitShare = FixedDecimal(raw: 2_000_000_000_000_000)
    /// See ``unitShare``: one third.
    public var bookShare = FixedDecimal(raw: 3_333_333_333_333_333)
    /// R27: share of the ceiling.
    public var ceiling = FixedDecimal(raw: 8_000_000_000_000_000)
    /// R28: days after which a new account manager has met who decides.
    public var handover = 14
    /// R29: strength in the client's eyes, and a fall of it.
    public var relative = FixedDecimal.one, relativeFall = FixedDecimal(raw: 500_000_000_000_000)
    /// R30: working days from knowing to telling.
    public var badNews = 1
    /// R31: days without listening.
    public var habits = 45
    /// R32: days before a consent ends.
    public var consent = 30
    /// R33: how much of the health is known.
    public var known = FixedDecimal(raw: 7_000_000_000_000_000)
    /// R35: days after closing.
    public var session = 10
    /// R37: days after a training without use, and levels that are lacking.
    public var practice = 30, skillGap = 2

    /// The defaults.
    public init() {}
}
