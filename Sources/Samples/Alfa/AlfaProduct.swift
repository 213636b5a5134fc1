/// Something Alfa Trade sells by the box.
struct AlfaProduct {
    let id: String
    let russian: String
    let english: String
    let group: String
    /// Purchase cost of a box, in kopecks.
    let cost: Int
    /// List price above cost, in percent.
    let markup: Int

    /// How much more of the group is bought in the month, in percent of the usual.
    func season(month: Int) -> Int {
        switch (group, month) {
        case ("drinks", 6...8): 170
        case ("drinks", 1...2): 60
        case ("sweets", 12), ("sweets", 3): 180
        case ("cleaning", 4...5): 150
        default: 100
        }
    }
}

extension AlfaProduct {
    static let all: [AlfaProduct] = groups.flatMap { group in
        group.goods.map { (group.id, $0) }
    }.enumerated().map { number, good in
        AlfaProduct(
            id: identifier("p", number + 1, width: 2), russian: good.1.0, english: good.1.1, group: good.0,
            cost: good.1.2 * 100, markup: good.1.3)
    }

    private typealias Good = (String, String, Int, Int)
    private static let groups: [(id: String, goods: [Good])] = [
        (
            "grocery",
            [
                ("Крупа гречневая", "Buckwheat", 640, 24), ("Рис длиннозёрный", "Long-grain rice", 720, 25),
                ("Макароны", "Pasta", 560, 27), ("Мука пшеничная", "Wheat flour", 430, 21),
                ("Масло подсолнечное", "Sunflower oil", 1180, 22), ("Сахар", "Sugar", 590, 20),
            ]
        ),
        (
            "drinks",
            [
                ("Вода минеральная", "Mineral water", 380, 34), ("Сок яблочный", "Apple juice", 910, 32),
                ("Квас", "Kvass", 620, 36), ("Лимонад", "Lemonade", 540, 38), ("Чай чёрный", "Black tea", 1650, 31),
                ("Кофе молотый", "Ground coffee", 3900, 29),
            ]
        ),
        (
            "sweets",
            [
                ("Шоколад молочный", "Milk chocolate", 2150, 35), ("Печенье овсяное", "Oat biscuits", 870, 33),
                ("Вафли", "Wafers", 760, 34), ("Зефир", "Zefir", 1020, 37), ("Мёд", "Honey", 3400, 30),
                ("Сушки", "Dry bagels", 480, 32),
            ]
        ),
        (
            "cleaning",
            [
                ("Средство для посуды", "Dish liquid", 990, 36), ("Стиральный порошок", "Washing powder", 2300, 28),
                ("Средство для пола", "Floor cleaner", 1120, 37), ("Губки", "Sponges", 410, 42),
                ("Мешки для мусора", "Rubbish bags", 690, 39), ("Отбеливатель", "Bleach", 730, 35),
            ]
        ),
        (
            "hygiene",
            [
                ("Мыло туалетное", "Toilet soap", 840, 34), ("Зубная паста", "Toothpaste", 1560, 31),
                ("Шампунь", "Shampoo", 2250, 30), ("Бумага туалетная", "Toilet paper", 950, 26),
                ("Салфетки влажные", "Wet wipes", 720, 38), ("Полотенца бумажные", "Paper towels", 880, 29),
            ]
        ),
    ]
}
