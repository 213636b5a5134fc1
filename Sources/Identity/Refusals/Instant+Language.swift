public import Credentials
public import Messages
internal import Periods

extension Instant: LocalizedValue {
    /// The moment in UTC; in English as ISO 8601 writes it.
    public func text(in language: Language) -> String {
        guard language == .ru else { return description }
        let time = description.dropFirst(11).dropLast()
        return "\(CivilDay(number: Int32(seconds / 86_400)).text(in: .ru)) \(time) UTC"
    }
}
