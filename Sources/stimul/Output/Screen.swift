import Foundation

/// What is known of the terminal; where there is none, texts have no width and no colours.
enum Screen {
    /// How many characters a line of standard output has; `nil` when that is no terminal.
    static let width: Int? = {
        guard isatty(STDOUT_FILENO) == 1 else { return nil }
        if let columns = ProcessInfo.processInfo.environment["COLUMNS"].flatMap({ Int($0) }), columns > 0 {
            return columns
        }
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
        return Int(size.ws_col)
    }()

    /// Whether findings and progress are read on a terminal.
    static let showsErrors = isatty(STDERR_FILENO) == 1

    /// Whether a stream understands colours: a terminal that is not called dumb, unless `NO_COLOR` forbids them.
    static func isColored(_ stream: Int32) -> Bool {
        let variables = ProcessInfo.processInfo.environment
        return isatty(stream) == 1 && variables["NO_COLOR"] == nil && variables["TERM"] != "dumb"
    }
}
