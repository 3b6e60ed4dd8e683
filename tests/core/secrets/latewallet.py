"""Takes the name of KWallet on the bus, and that of the Secret Service a moment later, as kwalletd6 does when it is started."""

from gi.repository import Gio, GLib

own = [Gio.BusType.SESSION, "org.kde.kwalletd6", Gio.BusNameOwnerFlags.NONE, None, None, None]
Gio.bus_own_name(*own)
own[1] = "org.freedesktop.secrets"
GLib.timeout_add(300, lambda: Gio.bus_own_name(*own) == 0)
GLib.MainLoop().run()
