#include "ui/expirynotices.h"

#include "core/base/messagequeue.h"
#include "core/settings/preferences.h"
#include "core/workspace/expiredkeys.h"
#include "core/workspace/workspaces.h"
#include "ui/account/accountstack.h"
#include "ui/mainwindow.h"

#include <QAction>
#include <QApplication>

namespace lanyard {

ExpiryNotices::ExpiryNotices(MainWindow &window, const Preferences &preferences, QObject *parent)
    : QObject(parent), m_window(window), m_preferences(preferences)
{
    connect(&window.accounts().workspaces(), &Workspaces::keysExpired, this, &ExpiryNotices::tell);
    connect(&m_desktop, &DesktopNotices::notShown, this, [this] { QApplication::alert(&m_window); });
}

void ExpiryNotices::tell(Workspace &workspace, const QStringList &names)
{
    if (!m_preferences.tellExpired())
        return;
    m_window.accounts().messages(workspace).show(
        {.topic = Topic::KeyExpired, .level = Message::Level::Warning, .text = ExpiredKeys::message(names)});
    if (QApplication::activeWindow())
        return;
    const SavedAccount &account = workspace.account();
    m_desktop.show(ExpiredKeys::title(names.size()), m_window.presentationMode().isChecked()
                                                         ? ExpiredKeys::withoutNames(account, names.size())
                                                         : ExpiredKeys::notification(account, names));
}

} // namespace lanyard

#include "moc_expirynotices.cpp"
