#include "tests/ui/opendialogs.h"

#include "core/base/messagequeue.h"
#include "tests/ui/appfixture.h"
#include "ui/account/conflictdialog.h"
#include "ui/account/conflicttable.h"
#include "ui/account/unsavedquestion.h"
#include "ui/dialogs/aboutdialog.h"
#include "ui/settings/longtextdialog.h"
#include "ui/signin/proxysignindialog.h"

#include <QAction>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

QStringList dialogNames()
{
    return {u"Sign in"_s,
            u"Sign in to the proxy"_s,
            u"Preferences"_s,
            u"About Lanyard"_s,
            u"Details"_s,
            u"Review changes"_s,
            u"Someone else changed this"_s,
            u"Unsaved changes"_s,
            u"Saving"_s,
            u"A long text"_s,
            u"Changed text"_s,
            u"Accounts"_s,
            u"Remove account"_s,
            u"Check key"_s,
            u"Which key is this?"_s,
            u"Export profile"_s};
}

namespace {

// An action of a menu that is not open.
void trigger(AppFixture &desk, const QString &text)
{
    for (const QList<QAction *> actions = desk.window().findChildren<QAction *>(); QAction * action : actions) {
        if (action->text().remove(u'&').remove(AppFixture::TranslatedMark) == text)
            return action->trigger();
    }
}

} // namespace

QDialog *dialogOf(AppFixture &desk, const QString &name)
{
    QWidget *window = &desk.window();
    if (name == "Sign in"_L1)
        return desk.dialog();
    if (name == "Preferences"_L1)
        Q_EMIT desk.window().preferencesRequested();
    else if (name == "Accounts"_L1 || name == "Remove account"_L1) {
        Q_EMIT desk.window().manageAccountsRequested();
        if (QDialog *accounts = name == "Remove account"_L1 ? desk.dialogCalled(u"Accounts"_s) : nullptr)
            desk.press(u"Remove account…"_s, accounts);
    } else if (name == "About Lanyard"_L1)
        (new AboutDialog(window))->open();
    else if (name == "Sign in to the proxy"_L1)
        (new ProxySignInDialog(u"proxy.example.com:8080"_s, QString(), u"GNOME Keyring"_s, window))->open();
    else if (name == "Someone else changed this"_L1)
        (new ConflictDialog({{u"City"_s, u"Torino"_s, u"Milano"_s, u"Roma"_s}}, window))->open();
    else if (name == "Saving"_L1)
        static_cast<void>(sayThatItWaits(window, Leaving::Quit, [] {}));
    else if (name == "Unsaved changes"_L1)
        static_cast<void>(askAboutUnsaved(
            window, Leaving::Quit, {UnsavedIn::Profile, 1}, [] {}, [] {}));
    else if (name == "A long text"_L1 || name == "Changed text"_L1) {
        auto *dialog = new LongTextDialog(
            u"A long text"_s, u"text"_s, [](const QString &) { return QString(); }, window);
        dialog->open();
        if (name == "Changed text"_L1) {
            dialog->beginWith(u"another"_s);
            dialog->reject();
        }
    } else if (name == "Details"_L1) {
        desk.window().messages().show({.topic = Topic::Save, .text = u"It failed."_s, .details = u"Details"_s});
        desk.press(u"Show details"_s);
    } else if (name == "Check key"_L1 || name == "Which key is this?"_L1) {
        desk.goTo(1);
        trigger(desk, name);
    } else if (name == "Keyboard shortcuts"_L1) {
        trigger(desk, name);
    } else if (name == "Export profile"_L1) {
        trigger(desk, u"Export profile…"_s);
    } else if (name == "Review changes"_L1) {
        desk.typeInto(u"City"_s, u"Torino"_s);
        desk.press(u"Review…"_s);
    }
    return desk.dialogCalled(name);
}

} // namespace lanyard::testing
