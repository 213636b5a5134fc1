/// What a colour is for. Red and amber stand only where something is wrong or due.
public enum ColourToken: String, CaseIterable, Sendable {
    /// The ground of a page, of a card on it, and of what lies deeper.
    case page, card, sunken
    /// Text, and labels beside it.
    case ink, muted
    /// Links, and the ground of the main button; notices.
    case link, accent, info
    /// Links that were followed.
    case visited
    /// Text on `accent`.
    case onAccent = "on-accent"
    /// More than before; less, or refused; due, or old.
    case gain, loss, warn
    /// Grounds of notices in these colours.
    case gainTint = "gain-tint"
    case lossTint = "loss-tint"
    case warnTint = "warn-tint"
    case infoTint = "info-tint"
    /// Borders of fields and ticks; rules between rows, decoration only.
    case edge, line
    /// The ring around what has the keyboard.
    case focus
    /// Marks of charts.
    case series1, series2, series3, rest
    /// Bands of a bullet.
    case range1, range2

    /// The colour of the theme.
    public func colour(_ theme: Theme) -> Colour {
        let (light, dark) = pair
        return Colour(theme == .light ? light : dark)
    }

    private var pair: (light: UInt32, dark: UInt32) {
        switch self {
        case .page: (0xF7F8FA, 0x10151B)
        case .card: (0xFFFFFF, 0x171E26)
        case .sunken: (0xEEF1F5, 0x0B0F14)
        case .ink: (0x17202B, 0xE8EDF3)
        case .muted: (0x4F5B6B, 0xA7B3C1)
        case .link, .accent, .info: (0x0B57B0, 0x8CC0FF)
        case .visited: (0x6B3FA0, 0xCBA8F0)
        case .onAccent: (0xFFFFFF, 0x0B0F14)
        case .gain: (0x0B5C6B, 0x62D0DA)
        case .loss: (0xA3231C, 0xFF9A90)
        case .warn: (0x8A5200, 0xF2B95C)
        case .gainTint: (0xE1F1F4, 0x0F2E33)
        case .lossTint: (0xFCE9E7, 0x3A1715)
        case .warnTint: (0xFFF1DA, 0x33250B)
        case .infoTint: (0xE6F0FB, 0x10283F)
        case .edge: (0x7A8797, 0x7E8C9D)
        case .line: (0xD5DBE3, 0x2C3744)
        case .focus: (0x17202B, 0xFFFFFF)
        case .series1: (0x1F5FA8, 0x6FB1FF)
        case .series2: (0xD9640F, 0xF0A35E)
        case .series3: (0x562929, 0xE0E6EE)
        case .rest: (0x5B6674, 0x7E8C9D)
        case .range1: (0xC9D1DB, 0x3A4655)
        case .range2: (0xDFE4EB, 0x29333F)
        }
    }
}
