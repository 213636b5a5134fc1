import Foundation

/// A connection to this machine, byte by byte.
final class RawSocket {
    private let descriptor: Int32

    struct Failure: Error {}

    /// Connects; reading waits for so many seconds at most, long ones where many tests share few processors.
    init(port: Int, timeout: Int = 60) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { throw Failure() }
        var wait = timeval(tv_sec: timeout, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &wait, socklen_t(MemoryLayout<timeval>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard result == 0 else { throw Failure() }
    }

    deinit { close(descriptor) }

    /// Sends; false once the other side has gone.
    @discardableResult
    func send(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        return Foundation.send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count
    }

    /// What comes until the other side closes, or until a text has come; nil when the time is over before.
    func read(until text: String? = nil) -> String? {
        var collected: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4_096)
        while true {
            let count = recv(descriptor, &buffer, buffer.count, 0)
            if count < 0 { return errno == ECONNRESET ? String(decoding: collected, as: UTF8.self) : nil }
            if count == 0 { return String(decoding: collected, as: UTF8.self) }
            collected += buffer[..<count]
            let so = String(decoding: collected, as: UTF8.self)
            if let text, so.contains(text) { return so }
        }
    }
}
