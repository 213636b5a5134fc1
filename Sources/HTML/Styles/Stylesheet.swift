/// The one stylesheet of all pages, made from the tokens: both themes, print, narrow screens, forced colours.
public enum Stylesheet {
    /// The whole text.
    public static let text = [
        root, StylesheetPart.page, StylesheetPart.tables, StylesheetPart.explanations, StylesheetPart.states,
        StylesheetPart.entries, StylesheetPart.forms, StylesheetPart.texts, StylesheetPart.charts, paints,
        forcedColours, StylesheetPart.print,
    ].joined(separator: "\n")

    private static var root: String {
        """
        :root{color-scheme:light;\(colours(.light))\(measures)}
        @media (prefers-color-scheme:dark){:root:not([data-theme=light]){color-scheme:dark;\(colours(.dark))}}
        :root[data-theme=dark]{color-scheme:dark;\(colours(.dark))}
        @media print{:root:root:root{color-scheme:light;\(colours(.light))--page:#FFFFFF;}}
        """
    }

    private static func colours(_ theme: Theme) -> String {
        ColourToken.allCases.map { "--\($0.rawValue):\($0.colour(theme).text);" }.joined()
    }

    private static var measures: String {
        let spaces = Spacing.allCases.map { "--s\($0.rawValue):\(Rem.text($0.rawValue));" }
        // `font` takes size and line together; a family has to follow, so each size is a whole `font`.
        let fonts = TypeSize.allCases.map {
            "--font-\($0.rawValue):\(Rem.text($0.size))/\(Rem.text($0.line)) var(--family);"
        }
        return "--family:\(family);--mono:\(mono);--radius:6px;" + (spaces + fonts).joined()
    }

    private static let family =
        #"system-ui,-apple-system,"Segoe UI",Roboto,"PT Sans","Noto Sans","Liberation Sans",Arial,sans-serif"#

    private static let mono =
        #"ui-monospace,"SF Mono","Cascadia Mono",Consolas,"PT Mono","Noto Sans Mono","DejaVu Sans Mono",monospace"#

    /// A rule for each colour that a mark of a chart can have.
    private static var paints: String {
        ColourToken.allCases.map {
            ".fill-\($0.rawValue){fill:var(--\($0.rawValue))}.stroke-\($0.rawValue){stroke:var(--\($0.rawValue))}"
        }.joined(separator: "\n") + "\n.fill-none{fill:none}"
    }

    /// Systems with colours of their own: marks keep an outline, so that those side by side are told apart.
    private static let forcedColours = """
        @media (forced-colors:active){
        .chart svg{forced-color-adjust:none}
        .chart [class*=fill-]{fill:CanvasText}
        .chart .fill-none{fill:none}
        .chart .fill-series2{fill:LinkText}
        .chart .fill-series3{fill:GrayText}
        .chart .fill-card,.chart .fill-range1,.chart .fill-range2{fill:Canvas}
        .chart [class*=stroke-]{stroke:CanvasText}
        .chart .stroke-card{stroke:Canvas}
        .chart .stroke-line{stroke:GrayText}
        .tag,.notice,.panel,.button{border:1px solid CanvasText}
        }
        """
}

/// The parts of the stylesheet that are written by hand; colours and measures are those of the tokens.
enum StylesheetPart {}
