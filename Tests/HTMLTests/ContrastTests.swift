import HTML
import Testing

/// The colours can be read: ratios of WCAG 2.2, (L1 + 0.05) ÷ (L2 + 0.05), computed from the tokens themselves.
///
/// Text needs 4.5 (criterion 1.4.3), controls and marks 3.0 (criterion 1.4.11).
struct ContrastTests {
    /// Relative luminance of sRGB, WCAG 2.2, definition "relative luminance".
    private func luminance(_ colour: Colour) -> Double {
        func linear(_ part: UInt8) -> Double {
            let share = Double(part) / 255
            return share <= 0.04045 ? share / 12.92 : power((share + 0.055) / 1.055)
        }
        return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue)
    }

    /// x^2.4 = x² · (x²)^(1/5), the fifth root by Newton’s steps.
    private func power(_ x: Double) -> Double {
        let square = x * x
        var root = 1.0
        for _ in 0..<60 { root -= (root * root * root * root * root - square) / (5 * root * root * root * root) }
        return square * root
    }

    private func ratio(_ first: ColourToken, _ second: ColourToken, _ theme: Theme) -> Double {
        let one = luminance(first.colour(theme))
        let other = luminance(second.colour(theme))
        return (max(one, other) + 0.05) / (min(one, other) + 0.05)
    }

    private func hundredths(_ ratio: Double) -> Double { (ratio * 100).rounded() / 100 }

    private static let grounds: [ColourToken] = [.page, .card, .sunken]

    @Test("black on white is 21, as the standard says of its largest ratio")
    func largest() {
        #expect(hundredths((luminance(Colour(0xFFFFFF)) + 0.05) / (luminance(Colour(0x000000)) + 0.05)) == 21)
        // The grey that is known to miss 4.5 on white just so: #777777 is 4.48, #767676 is 4.54.
        #expect(hundredths(1.05 / (luminance(Colour(0x777777)) + 0.05)) == 4.48)
        #expect(hundredths(1.05 / (luminance(Colour(0x767676)) + 0.05)) == 4.54)
    }

    @Test("text is read on every ground", arguments: Theme.allCases)
    func text(theme: Theme) {
        for text: ColourToken in [.ink, .muted, .link, .visited, .gain, .loss, .warn, .info] {
            for ground in Self.grounds {
                #expect(ratio(text, ground, theme) >= 4.5, "\(text) on \(ground), \(theme)")
            }
        }
        let pairs: [(ColourToken, ColourToken)] = [
            (.gain, .gainTint), (.loss, .lossTint), (.warn, .warnTint), (.info, .infoTint), (.ink, .infoTint),
            (.onAccent, .accent), (.muted, .sunken),
        ]
        for (text, ground) in pairs { #expect(ratio(text, ground, theme) >= 4.5, "\(text) on \(ground), \(theme)") }
    }

    @Test("borders, the ring of the keyboard and the marks of charts are seen", arguments: Theme.allCases)
    func marks(theme: Theme) {
        for mark: ColourToken in [.edge, .focus] {
            for ground in Self.grounds { #expect(ratio(mark, ground, theme) >= 3, "\(mark) on \(ground), \(theme)") }
        }
        for mark: ColourToken in [.series1, .series2, .series3, .rest, .ink, .gain, .loss, .edge] {
            #expect(ratio(mark, .card, theme) >= 3, "\(mark), \(theme)")
        }
        for band: ColourToken in [.range1, .range2] {
            #expect(ratio(.series1, band, theme) >= 3, "\(band), \(theme)")
            #expect(ratio(.ink, band, theme) >= 3, "\(band), \(theme)")
        }
    }

    @Test(
        "the ratios are those of the table in Docs/web-parts.md",
        arguments: [
            (ColourToken.ink, ColourToken.page, Theme.light, 15.46), (.ink, .card, .light, 16.43),
            (.ink, .sunken, .light, 14.50), (.muted, .page, .light, 6.50), (.link, .page, .light, 6.58),
            (.visited, .card, .light, 7.38), (.onAccent, .accent, .light, 6.99), (.gain, .gainTint, .light, 6.56),
            (.loss, .lossTint, .light, 6.38), (.warn, .warnTint, .light, 5.73), (.info, .infoTint, .light, 6.06),
            (.edge, .sunken, .light, 3.23), (.series2, .card, .light, 3.63), (.ink, .page, .dark, 15.58),
            (.muted, .card, .dark, 7.89), (.onAccent, .accent, .dark, 10.16), (.gain, .gainTint, .dark, 7.92),
            (.loss, .lossTint, .dark, 7.83), (.warn, .warnTint, .dark, 8.42), (.edge, .card, .dark, 4.90),
            (.rest, .card, .dark, 4.90), (.series1, .range1, .dark, 4.30), (.line, .card, .dark, 1.39),
        ])
    func table(first: ColourToken, second: ColourToken, theme: Theme, expected: Double) {
        #expect(hundredths(ratio(first, second, theme)) == expected)
    }
}
