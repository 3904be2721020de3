/// What happened to somebody, in the words of the desk.
package enum ActPhrase {
    /// «pasó a baño»; nil where nobody said where to.
    package static func moved(to place: Bilingual?) -> Bilingual? {
        place.map { Bilingual("pasó a \($0.es)", "went to \($0.en)") }
    }

    /// «servicios: se queda».
    package static func takes(_ route: Bilingual) -> Bilingual {
        Bilingual("servicios: \(route.es)", "services: \(route.en)")
    }

    /// «enviada a TIJ».
    package static func sent(to point: String) -> Bilingual {
        Bilingual("enviada a \(point)", "sent to \(point)")
    }

    /// «lista compartida con el DIF».
    package static func shared(with authority: String) -> Bilingual {
        Bilingual("lista compartida con \(authority)", "list shared with \(authority)")
    }

    /// «llamada a la ventanilla 1».
    package static func called(to desk: Int) -> Bilingual {
        Bilingual("llamada a la ventanilla \(desk)", "called to desk \(desk)")
    }

    /// «recibida, pertenencias: todas».
    package static func received(_ belongings: Bilingual?) -> Bilingual {
        guard let belongings else { return EventKind.received.label }
        return Bilingual(
            "recibida, pertenencias: \(belongings.es)", "received, belongings: \(belongings.en)")
    }

    /// «salida: autobús».
    package static func left(by exit: Bilingual) -> Bilingual {
        Bilingual("salida: \(exit.es)", "exit: \(exit.en)")
    }
}

extension Bilingual {
    /// As a sentence of its own.
    var stopped: Bilingual { Bilingual("\(es).", "\(en).") }
}
