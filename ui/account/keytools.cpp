#include "ui/account/keytools.h"

#include "core/models/keyreminder.h"
#include "core/workspace/workspace.h"
#include "ui/account/exportfile.h"
#include "ui/account/keycheckdialog.h"
#include "ui/apikeys/apikeyspage.h"

#include <QAction>

using namespace Qt::StringLiterals;

namespace lanyard {

KeyTools::KeyTools(Workspace &workspace, ApiKeysPage &page, MessageQueue &messages, QWidget &window)
    : QObject(&page), m_workspace(workspace), m_page(page), m_messages(messages), m_window(window),
      m_check(new QAction(tr("C&heck key"), this)), m_find(new QAction(tr("&Which key is this?"), this)),
      m_remind(new QAction(tr("&Export expiry reminder…"), this)),
      m_remindAll(new QAction(tr("Export &all expiry reminders…"), this))
{
    connect(m_check, &QAction::triggered, this, &KeyTools::checkKey);
    connect(m_find, &QAction::triggered, this, &KeyTools::findRequested);
    connect(m_remind, &QAction::triggered, this, &KeyTools::exportReminder);
    connect(m_remindAll, &QAction::triggered, this, &KeyTools::exportAllReminders);
    connect(&page, &ApiKeysPage::selectedKeyChanged, this, &KeyTools::follow);
    connect(&workspace.apiKeys(), &QAbstractItemModel::modelReset, this, &KeyTools::followKeys);
    connect(&workspace.apiKeys(), &QAbstractItemModel::dataChanged, this, &KeyTools::followKeys);
    page.addKeyActions({m_check, m_remind});
    page.addTools({m_find, m_remindAll});
    follow();
    followKeys();
}

void KeyTools::follow()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const int row = m_page.selectedKey();
    const ApiKeysModel &model = m_workspace.apiKeys();
    m_check->setEnabled(row >= 0 && !model.keyAt(row).key().isEmpty());
    m_remind->setEnabled(row >= 0 && hasReminder(model.keyAt(row), now));
}

// Of all keys: not at each selection of one.
void KeyTools::followKeys()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const ApiKeysModel &model = m_workspace.apiKeys();
    bool isAny = false;
    for (int row = 0; row < model.rowCount() && !isAny; ++row)
        isAny = hasReminder(model.keyAt(row), now);
    m_remindAll->setEnabled(isAny);
}

QList<ApiKey> KeyTools::keys() const
{
    QList<ApiKey> all;
    for (int row = 0; row < m_workspace.apiKeys().rowCount(); ++row)
        all << m_workspace.apiKeys().keyAt(row);
    return all;
}

void KeyTools::checkKey()
{
    const int row = m_page.selectedKey();
    if (row < 0 || !m_workspace.session().hasUser())
        return;
    ApiKeysModel &model = m_workspace.apiKeys();
    auto *dialog =
        new KeyCheckDialog(m_workspace.session().newKeyCheck(), model.keyAt(row), m_workspace.edits(), &m_window);
    connect(dialog, &KeyCheckDialog::answered, this,
            [&model, key = model.keyAt(row).key()](bool isAccepted) { model.markChecked(key, isAccepted); });
    dialog->open();
}

void KeyTools::exportReminder()
{
    const int row = m_page.selectedKey();
    if (row >= 0)
        exportReminders(row, m_workspace.apiKeys().keyAt(row).name());
}

void KeyTools::exportAllReminders()
{
    exportReminders(-1, m_workspace.account().userName);
}

void KeyTools::exportReminders(int only, const QString &about)
{
    const SavedAccount &account = m_workspace.account();
    const KeysOwner owner{account.origin.text(), account.userId, account.userName};
    const QByteArray calendar = keyReminders(keys(), owner, QDateTime::currentDateTimeUtc(), only);
    if (calendar.isEmpty()) // it has expired since the menu was opened
        return;
    exportFile({.title = tr("Export expiry reminder"),
                .about = about,
                .ending = only >= 0 ? u"-expires.ics"_s : u"-keys-expire.ics"_s,
                .filter = tr("Calendars (%1)").arg(u"*.ics"_s),
                .content = Secret(calendar)},
               m_messages, m_window);
}

} // namespace lanyard

#include "moc_keytools.cpp"
