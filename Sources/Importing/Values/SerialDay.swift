internal import Periods

/// Days as spreadsheets count them: a number whose whole part is the day and whose fraction is the time.
enum SerialDay {
    /// The serial number of 1 March 1900 is 61, although it is the 60th day: spreadsheets count a 29 February 1900 that the
    /// calendar never had, for the sake of files of Lotus 1-2-3 (ECMA-376 Part 1, 18.17.4.1).
    private static let firstSureDay = 61
    /// What to add to a serial number that counts from 1 January 1904 = 0.
    private static let since1904 = 1_462
    /// 31 December 9999.
    private static let last = 2_958_465
    private static let secondsOfDay = 86_400

    /// The number as the format shows it; `nil` where the format shows nothing sensible and the number itself has to stand.
    static func cell(_ serial: Double, _ shape: DateShape, from1904: Bool) -> Cell? {
        guard serial.isFinite, abs(serial) <= Double(last + 1) else { return nil }
        let seconds = Int((serial * Double(secondsOfDay)).rounded())
        switch shape {
        case .number: return nil
        case .elapsed: return .time(seconds: seconds)
        case .clock where seconds >= 0 && seconds < secondsOfDay: return .time(seconds: seconds)
        case .day, .moment, .clock: break
        }
        let moved = seconds + (from1904 ? since1904 * secondsOfDay : 0)
        guard moved >= 0 else { return nil }
        let number = moved / secondsOfDay
        let second = moved % secondsOfDay
        guard number >= 1, number <= last else {
            return shape == .moment && number == 0 && second > 0 ? .time(seconds: second) : nil
        }
        guard number != firstSureDay - 1 else { return .text("1900-02-29") }
        let day = CivilDay(number: Int32(number - (number < firstSureDay ? 25_568 : 25_569)))
        return shape == .day ? .day(day) : .moment(day, second: second)
    }
}
