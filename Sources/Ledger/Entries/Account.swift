/// Where a person's money stands.
///
/// An entry moves an amount from one account to another, so the sum over all accounts is zero at every moment. The balance of
/// ``earned`` is minus what was awarded; every other account says where that money is now.
public enum Account: String, Sendable, Hashable, CaseIterable, Codable {
    /// The company's side: what awards and adjustments were granted. Its balance is never above zero while more was granted than taken back.
    case earned
    /// Granted and free, until it is settled at the end of the posting.
    case accrued
    /// Waits for the client's payment, a day or a condition.
    case held
    /// Waits for the day and the condition of its tranche.
    case deferred
    /// Lost for good: a tranche whose condition was not met, or whose owner left.
    case forfeited
    /// Settled, and due with the next payroll.
    case payable
    /// Handed to payroll.
    case paid
    /// Below zero: what a negative result left to be recovered from later pay.
    case carried
    /// Below zero: advances of a recoverable draw not yet earned back.
    case drawn
}
