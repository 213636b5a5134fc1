extension AlfaClient {
    /// Clients of earlier years for every desk, then those won during the year, then a few that are lost.
    static func all(_ generator: SeededGenerator) -> [AlfaClient] {
        var generator = generator.stream("clients")
        var clients: [AlfaClient] = []
        for (place, desk) in AlfaDesk.all.enumerated() {
            // The part-timer serves half a book, and the book that waits for Morozov is small.
            let isHalf = desk.holder(on: SampleYear.day(7, 15)) == "semenova"
            let count = desk.isKey ? 4 : isHalf ? 3 : desk.holders.count > 1 && desk.branch == 0 ? 4 : 6
            for _ in 0..<count { clients.append(one(clients.count, desk: place, since: 0, &generator)) }
        }
        for branch in AlfaStaff.branches.indices {
            let desks = AlfaDesk.all.indices.filter { AlfaDesk.all[$0].branch == branch && !AlfaDesk.all[$0].isKey }
            for _ in 0..<14 {
                guard let desk = generator.pick(desks) else { continue }
                var month = generator.within(1...12)
                // Nobody is there to win a client in a month without activity.
                if AlfaDesk.all[desk].activity(month: month) < 100 { month -= 2 }
                clients.append(one(clients.count, desk: desk, since: month, &generator))
            }
        }
        for _ in 0..<18 {
            let place = generator.below(clients.count)
            if clients[place].segment != "key", clients[place].since == 0 {
                clients[place].lost = generator.within(3...12)
            }
        }
        return clients
    }

    private static func one(_ place: Int, desk: Int, since: Int, _ generator: inout SeededGenerator) -> AlfaClient {
        let owner = AlfaDesk.all[desk]
        let segment = owner.isKey ? "key" : ["retail", "horeca", "wholesale"][generator.place(weights: [5, 3, 2])]
        let size = ["key": 210_000_00, "retail": 62_000_00, "horeca": 48_000_00, "wholesale": 96_000_00][segment] ?? 0
        let payers: [Payer] = [.prompt, .usual, .late]
        return AlfaClient(
            id: identifier("c", place + 1, width: 3),
            title: title(place, segment),
            segment: segment,
            region: generator.pick(regions[owner.branch]) ?? "",
            desk: desk,
            order: size * generator.within(70...140) / 100,
            pace: owner.isKey ? generator.within(3...5) : generator.within(2...4),
            terms: generator.pick(owner.isKey ? [30, 45] : [14, 21, 30]) ?? 30,
            payer: payers[generator.place(weights: [60, 32, 8])],
            since: since)
    }

    /// A name of its own for each: the words before it change when the list of names starts again.
    private static func title(_ place: Int, _ segment: String) -> String {
        let words = kinds[segment] ?? []
        return "\(words[place / names.count % words.count]) «\(names[place % names.count])»"
    }

    private static let kinds = [
        "key": ["Торговая сеть", "Сеть супермаркетов", "Торговый дом"],
        "retail": ["Магазин", "Универсам", "Минимаркет"],
        "horeca": ["Кафе", "Ресторан", "Столовая"],
        "wholesale": ["Оптовая база", "Оптовый склад", "Торговая база"],
    ]

    private static let regions = [
        ["Москва", "Московская область", "Тверская область"],
        ["Республика Татарстан", "Республика Марий Эл", "Чувашская Республика"],
        ["Новосибирская область", "Томская область", "Кемеровская область"],
    ]

    private static let names = [
        "Рассвет", "Берёзка", "Рябинка", "Огонёк", "Радуга", "Восток", "Юность", "Весна", "Факел", "Каравай", "Заря",
        "Маяк", "Уют", "Калина", "Луч", "Родник", "Тополёк", "Север", "Дружба", "Меридиан", "Колос", "Ромашка",
        "Причал",
        "Орбита", "Янтарь", "Кедр", "Самовар", "Околица", "Аврора", "Спутник", "Вега", "Ладья", "Сказка", "Изумруд",
        "Парус", "Жемчужина", "Утро", "Надежда", "Скатерть", "Пчёлка", "Горизонт", "Витязь", "Мечта", "Снежинка",
        "Подкова", "Лазурь", "Бриз", "Каскад",
    ]
}
