internal import CCurl
internal import Foundation

extension OutgoingPost {
    /// What the callbacks of libcurl are given.
    private final class Exchange {
        let allowsPrivate: Bool
        let allowsLoopback: Bool
        var metPrivate = false
        var received = 0

        init(allowsPrivate: Bool, allowsLoopback: Bool) {
            self.allowsPrivate = allowsPrivate
            self.allowsLoopback = allowsLoopback
        }

        func allows(_ address: NetworkAddress) -> Bool {
            address.isPublic || allowsPrivate && !address.isLoopback || allowsLoopback && address.isLoopback
        }
    }

    /// libcurl is made ready once, before any thread uses it.
    private static let isReady = stimul_curl_begin() == CURLE_OK

    /// The most bytes of an answer that are taken; nothing of it is kept.
    private static let mostReceived = 65_536

    /// Sends it, and waits for the status; called where waiting is allowed.
    public func sent() -> Outcome {
        if let fault { return .failed(fault) }
        guard Self.isReady, let handle = curl_easy_init() else { return .failed(.noConnection) }
        defer { curl_easy_cleanup(handle) }
        var list: UnsafeMutablePointer<curl_slist>?
        defer { curl_slist_free_all(list) }
        for header in headers { list = curl_slist_append(list, "\(header.name): \(header.value)") ?? list }
        // Neither asks for leave to send, nor tells which program it is.
        list = curl_slist_append(list, "Expect:") ?? list
        let exchange = Exchange(allowsPrivate: allowsPrivate, allowsLoopback: allowsPlainLoopback)
        return withExtendedLifetime(exchange) {
            prepare(handle, list, Unmanaged.passUnretained(exchange).toOpaque())
            return body.withUnsafeBytes { bytes in
                stimul_curl_set_pointer(
                    handle, CURLOPT_POSTFIELDS, UnsafeMutableRawPointer(mutating: bytes.baseAddress))
                let code = curl_easy_perform(handle)
                return outcome(of: code, handle, exchange)
            }
        }
    }

    private func prepare(
        _ handle: UnsafeMutableRawPointer, _ headers: UnsafeMutablePointer<curl_slist>?,
        _ exchange: UnsafeMutableRawPointer
    ) {
        stimul_curl_set_text(handle, CURLOPT_URL, address)
        stimul_curl_set_text(handle, CURLOPT_PROTOCOLS_STR, allowsPlainLoopback ? "https,http" : "https")
        // No proxy of the environment stands between the question for the address and the call.
        stimul_curl_set_text(handle, CURLOPT_PROXY, "")
        stimul_curl_set_number(handle, CURLOPT_POST, 1)
        stimul_curl_set_number(handle, CURLOPT_POSTFIELDSIZE, body.count)
        stimul_curl_set_list(handle, CURLOPT_HTTPHEADER, headers)
        stimul_curl_set_number(handle, CURLOPT_FOLLOWLOCATION, 0)
        stimul_curl_set_number(handle, CURLOPT_TIMEOUT, seconds)
        stimul_curl_set_number(handle, CURLOPT_NOSIGNAL, 1)
        stimul_curl_set_number(handle, CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
        stimul_curl_set_number(handle, CURLOPT_FRESH_CONNECT, 1)
        stimul_curl_set_number(handle, CURLOPT_FORBID_REUSE, 1)
        stimul_curl_set_pointer(handle, CURLOPT_OPENSOCKETDATA, exchange)
        stimul_curl_set_opening(handle, Self.opening)
        stimul_curl_set_pointer(handle, CURLOPT_WRITEDATA, exchange)
        stimul_curl_set_receiving(handle, Self.receiving)
    }

    /// Opens a socket to an address that may be spoken to.
    private static var opening: curl_opensocket_callback {
        { data, _, address in
            guard let data, let address else { return -1 }
            let exchange = Unmanaged<Exchange>.fromOpaque(data).takeUnretainedValue()
            guard let known = OutgoingPost.networkAddress(address), exchange.allows(known) else {
                exchange.metPrivate = true
                return -1
            }
            return socket(address.pointee.family, address.pointee.socktype, address.pointee.`protocol`)
        }
    }

    /// What is answered is counted and forgotten; too much of it ends the call.
    private static var receiving: curl_write_callback {
        { _, size, count, data in
            guard let data else { return 0 }
            let exchange = Unmanaged<Exchange>.fromOpaque(data).takeUnretainedValue()
            exchange.received += size * count
            return exchange.received <= OutgoingPost.mostReceived ? size * count : 0
        }
    }

    private static func networkAddress(_ address: UnsafeMutablePointer<curl_sockaddr>) -> NetworkAddress? {
        guard let offset = MemoryLayout<curl_sockaddr>.offset(of: \.addr) else { return nil }
        let raw = UnsafeRawPointer(address) + offset
        switch address.pointee.family {
        case AF_INET:
            let four = raw.loadUnaligned(as: sockaddr_in.self)
            return withUnsafeBytes(of: four.sin_addr) { .four(Array($0)) }
        case AF_INET6:
            // It lies behind the short form that the header shows.
            let six = raw.loadUnaligned(as: sockaddr_in6.self)
            return withUnsafeBytes(of: six.sin6_addr) { .six(Array($0)) }
        default: return nil
        }
    }

    private func outcome(of code: CURLcode, _ handle: UnsafeMutableRawPointer, _ exchange: Exchange) -> Outcome {
        var status = 0
        stimul_curl_status(handle, &status)
        // An answer that is too long is an answer all the same.
        if code == CURLE_OK || code == CURLE_WRITE_ERROR, status >= 100 { return .answered(status) }
        if exchange.metPrivate { return .failed(.privateAddress) }
        switch code {
        case CURLE_COULDNT_RESOLVE_HOST: return .failed(.unknownName)
        case CURLE_OPERATION_TIMEDOUT: return .failed(.timeout)
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CACERT_BADFILE:
            return .failed(.encryption)
        case CURLE_COULDNT_CONNECT: return .failed(.noConnection)
        case CURLE_URL_MALFORMAT, CURLE_UNSUPPORTED_PROTOCOL: return .failed(.badAddress)
        default: return .failed(.noAnswer)
        }
    }
}
