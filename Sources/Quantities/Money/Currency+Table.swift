extension Currency {
    /// ISO 4217 codes whose smallest unit is not a hundredth (list one of the standard).
    static let unusualMinorDigits: [String: Int] = {
        var digits: [String: Int] = [:]
        for code in codes("BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF") { digits[code] = 0 }
        for code in codes("BHD IQD JOD KWD LYD OMR TND") { digits[code] = 3 }
        for code in codes("CLF UYW") { digits[code] = 4 }
        return digits
    }()

    /// ISO 4217 codes in which people may be paid.
    ///
    /// Metals, bond units and test codes are left out, since no pay is stated in them. A code withdrawn within the last
    /// few years stays, for the periods it was in use.
    static let knownCodes = Set(
        codes(
            """
            AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BOV BRL BSD BTN BWP BYN BZD \
            CAD CDF CHE CHF CHW CLF CLP CNY COP COU CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL \
            GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD \
            KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO \
            NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD \
            SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD USN UYI UYU UYW UZS VED VES VND VUV \
            WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG ZWL
            """))

    /// Signs that stand for one currency only, apart from `$` and `¥`, which are left to the dollar and the yen.
    static let symbols: [String: String] = [
        "AMD": "֏", "AZN": "₼", "BDT": "৳", "EUR": "€", "GBP": "£", "GEL": "₾", "GHS": "₵", "ILS": "₪", "INR": "₹",
        "JPY": "¥", "KRW": "₩", "KZT": "₸", "MNT": "₮", "NGN": "₦", "PHP": "₱", "PYG": "₲", "RUB": "₽", "THB": "฿",
        "TRY": "₺", "UAH": "₴", "USD": "$", "VND": "₫",
    ]

    private static func codes(_ list: String) -> [String] {
        list.split(separator: " ").map(String.init)
    }
}
