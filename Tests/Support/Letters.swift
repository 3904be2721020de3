import Terminal

/// The process measures letters as a terminal does. Set once, before anything is measured: the system's locale is one for
/// all threads.
package let measuresLetters: Bool = useLocale()
