import Periods

/// The cases that the radar shall show on 15 October 2026, each at one client: what the random rows leave out, and what is
/// written instead.
enum AlfaPlanted {
    static let day = SampleYear.day(10, 15)

    /// Wallet falls, a rung is lost, a rival is ahead, a promise falls due (R1, R8, R24, R29).
    static let emerald = "c034"
    /// Calls: due in a day, three days late, twice the norm (R5).
    static let callDue = "c028"
    static let callLate = "c059"
    static let callTwice = "c088"
    /// Who decides was not seen since August (R12).
    static let unseen = "c064"
    /// Everything goes through one (R13).
    static let oneThread = "c092"
    /// The same lever at both assessments (R14).
    static let lever = "c060"
    /// The one in logistics leaves, and nobody follows (R15).
    static let leaver = "c091"
    /// A relation falls by two points (R16).
    static let cooler = "c033"
    /// Seven of ours for three of theirs (R17), and an incentive above the ceiling (R27).
    static let crowded = "c093"
    /// Nobody looked back (R18).
    static let unreviewed = "c031"
    /// Eight, six, three came (R19).
    static let emptier = "c096"
    /// Reported before anybody else had said so (R20).
    static let rumour = "c062"
    /// A risk that nobody owns (R25).
    static let ownerless = "c027"
    /// Two quarters without effect (R27).
    static let idle = "c099"
    /// Told three working days after we knew (R30).
    static let badNews = "c066"
    /// Nothing is known of it but sales (R33).
    static let blind = "c089"
    /// The same cause three times (R11).
    static let sameCause = "c098"
    /// Nobody has done anything for its plan since spring (R22).
    static let asleep = "c032"
    /// An action of its plan is overdue (R23).
    static let lateAction = "c094"
    /// Who was trained and has not used it (R37).
    static let learner = "voronin"
    /// Who has not listened since July (R31).
    static let deaf = "galeev"

    /// The last call of our own accord before the day, at clients whose calls are planted.
    static func lastCall(of client: String) -> CivilDay? {
        switch client {
        case callDue: SampleYear.day(10, 2)
        case callLate: SampleYear.day(9, 28)
        case callTwice: SampleYear.day(6, 10)
        default: nil
        }
    }
}
