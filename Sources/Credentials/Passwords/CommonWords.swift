/// Words of which guessed passwords are made, in small letters.
///
/// Chosen by hand for this program: what is typed first, in English, in Russian, in Russian on an English keyboard, and words of pay.
enum CommonWords {
    static let all = Set(text.split(whereSeparator: \.isWhitespace).map(String.init))

    private static let text = """
        password passw pass passwd pwd secret admin administrator administration root user username login signin logon guest
        test tester testing demo example sample default change changeme changeit welcome hello letmein access enter open
        master manager management boss chief director employee employees worker staff office company corporate business
        work job team sales sale seller finance money salary salaries wage wages bonus bonuses premium pay payday payroll
        payment commission stimul stimulus motivation target plan plans quarter month year
        qwerty qwertyuiop qwertz azerty asdf asdfgh asdfghjkl zxcv zxcvb zxcvbnm qwe asd zxc abc abcd abcdef iloveyou
        love lover lovely sunshine princess dragon monkey football baseball basketball soccer hockey superman batman
        pokemon starwars shadow summer winter spring autumn january february march april may june july august september
        october november december monday tuesday wednesday thursday friday saturday sunday morning evening night
        computer internet server system windows linux google apple samsung yandex mail email phone mobile website
        freedom forever family mother father brother sister daughter husband wife friend friends angel baby honey
        flower rainbow butterfly chocolate cookie orange banana cheese pepper ginger whatever nothing something
        trustno one two three four five six seven eight nine ten zero number
        michael jessica jennifer charlie daniel thomas robert andrew joshua matthew ashley amanda nicole
        alexander alexey andrey dmitry sergey maxim nikita ivan natasha natalia elena olga anna maria marina svetlana
        moscow russia petersburg london america london paris berlin
        the my is my your our for and new old big super mega
        correcthorsebatterystaple correcthorse batterystaple horsebattery
        пароль паролик секрет админ администратор пользователь вход войти привет здравствуйте начальник директор менеджер
        менеджмент сотрудник сотрудники работа работник компания офис команда продажи продажа продавец финансы деньги
        зарплата зарплаты премия премии выплата выплаты бонус мотивация стимул план квартал месяц год
        йцукен йцукенг йцукенгшщзхъ фыва фывапролджэ ячсмить люблю любовь любимая любимый солнце солнышко зайка котенок
        дракон футбол хоккей лето зима весна осень январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь
        декабрь понедельник вторник среда четверг пятница суббота воскресенье компьютер интернет почта телефон
        семья мама папа брат сестра дочка жена муж друг друзья ангел цветок радуга шоколад апельсин
        александр алексей андрей дмитрий сергей максим никита иван наташа наталья елена ольга анна мария марина светлана
        москва россия петербург мой моя новый новая один два три
        gfhjkm ghbdtn gjkmpjdfntkm flvby ctrhtn k.,jdm
        parol privet sekret zarplata premia rabota kompania direktor nachalnik natalya yulia
        """
}
