import Repatriation
import Terminal

/// What an officer chooses about their board.
enum BoardMenus {
    /// The order, which points, and the columns.
    static func order(_ setting: BoardSetting) -> MenuScreen {
        let orders = zip("12345", BoardSetting.Order.allCases).map { letter, order in
            item(letter, order.label, isOn: setting.order == order, setting) { $0.order = order }
        }
        let busy = item(
            "f", Bilingual("sólo con turno o personas", "only with a shift or people"),
            isOn: setting.onlyBusy, setting, again: order
        ) { $0.onlyBusy.toggle() }
        let columns = MenuScreen.Item(
            "c", "  columnas", "  columns", [.replace(self.columns(setting))])
        return MenuScreen(
            Bilingual("Orden y columnas", "Order and columns"), preselects: false,
            orders + [busy, columns])
    }

    /// Each column that can be left out.
    private static func columns(_ setting: BoardSetting) -> MenuScreen {
        let letters = Array("1234567890abcdefghi")
        let columns = BoardColumns.all.filter {
            BoardColumns.canBeHidden.contains($0.name.rawValue)
        }
        let items = zip(letters, columns).map { letter, column in
            let name = column.name.rawValue
            return item(
                letter, column.head, isOn: !setting.hidden.contains(name), setting,
                again: self.columns
            ) { $0.hidden.formSymmetricDifference([name]) }
        }
        return MenuScreen(Bilingual("Columnas", "Columns"), preselects: false, items)
    }

    /// Where more than one is chosen the menu stays, as it is `again`.
    private static func item(
        _ letter: Character, _ words: Bilingual, isOn: Bool, _ setting: BoardSetting,
        again: (@Sendable (BoardSetting) -> MenuScreen)? = nil,
        _ change: (inout BoardSetting) -> Void
    ) -> MenuScreen.Item {
        var changed = setting
        change(&changed)
        let mark = isOn ? "● " : "  "
        let label = Bilingual(mark + words.es, mark + words.en)
        let wanted = changed
        guard let again else { return MenuScreen.Item(letter, label, [.wantBoard(wanted)]) }
        return MenuScreen.Item(Binding(.character(letter), label)) { _, _ in
            [.replace(again(wanted)), .wantBoard(wanted)]
        }
    }

    /// Whether the bell rings.
    static func bell(_ setting: BoardSetting) -> MenuScreen {
        var (ringing, silent) = (setting, setting)
        (ringing.isMuted, silent.isMuted) = (false, true)
        return MenuScreen(
            Bilingual("Campana", "Bell"), preselects: false,
            note: Bilingual(
                "Suena una vez por aviso nuevo. Mientras se duerme en el punto, sólo lo crítico.",
                "It rings once for each new alert. While people sleep at the point, only for what is "
                    + "critical."),
            [
                .init("s", "que suene", "let it ring", [.wantBoard(ringing)]),
                .init("n", "que no suene", "silent", [.wantBoard(silent)]),
            ])
    }
}
