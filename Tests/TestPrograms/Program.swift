internal import Foundation

/// Runs programs for tests.
///
/// Not by Foundation's `Process`: of Swift 6.3 on Linux it reads beyond the names of open files when it looks which there are, and
/// ends the tests with a segmentation fault now and then (mended later, swift-corelibs-foundation, pull request 5472).
public enum Program {
    /// Runs a program to its end and tells its exit code; 128 and the signal for one that was ended by a signal.
    ///
    /// - Parameters:
    ///   - path: The program.
    ///   - arguments: Its arguments, without its name.
    ///   - folder: The folder it runs in; that of the tests when `nil`.
    ///   - environment: Its environment; that of the tests when `nil`.
    ///   - input: An open file that it reads; an empty one when `nil`.
    ///   - output: An open file for its output, and one for its errors; nothing is kept of either when `nil`.
    public static func run(
        _ path: String, _ arguments: [String], in folder: String? = nil, environment: [String: String]? = nil,
        input: Int32? = nil, output: Int32? = nil, errors: Int32? = nil
    ) throws -> Int32 {
        let nothing = open("/dev/null", O_RDWR | O_CLOEXEC)
        guard nothing >= 0 else { throw POSIXError(.EIO) }
        defer { close(nothing) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, input ?? nothing, STDIN_FILENO)
        posix_spawn_file_actions_adddup2(&actions, output ?? nothing, STDOUT_FILENO)
        posix_spawn_file_actions_adddup2(&actions, errors ?? nothing, STDERR_FILENO)
        // Another folder by `env`, which changes into it and becomes the program.
        let words = folder.map { ["/usr/bin/env", "-C", $0, path] + arguments } ?? [path] + arguments
        let variables = environment ?? ProcessInfo.processInfo.environment
        var process = pid_t()
        let failure = withTexts(words) { arguments in
            withTexts(variables.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }) { variables in
                posix_spawn(&process, words[0], &actions, nil, arguments, variables)
            }
        }
        guard failure == 0 else { throw POSIXError(POSIXErrorCode(rawValue: failure) ?? .EIO) }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0 {
            guard errno == EINTR else { throw POSIXError(.ECHILD) }
        }
        let signal = status & 0x7F
        return signal == 0 ? status >> 8 & 0xFF : 128 + signal
    }

    /// Texts as C knows them, ended by a pointer to nothing.
    private static func withTexts<Result>(
        _ texts: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Result
    ) -> Result {
        var pointers: [UnsafeMutablePointer<CChar>?] = texts.map { strdup($0) } + [nil]
        defer { for pointer in pointers { free(pointer) } }
        return pointers.withUnsafeMutableBufferPointer { body($0.baseAddress ?? .allocate(capacity: 1)) }
    }
}
