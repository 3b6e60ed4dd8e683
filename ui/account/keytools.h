#pragma once

#include <QList>
#include <QObject>

class QAction;

namespace lanyard {

class ApiKey;
class ApiKeysPage;
class MessageQueue;
class Workspace;

/// What is done less often with the keys of an account: check one with the service, find one, be reminded of the end of
/// one or of all. Adds its actions to the menus of the page: those about the selected key to that key's.
class KeyTools : public QObject
{
    Q_OBJECT

public:
    /// All must outlive it. Dialogs open in front of @p window and belong to it.
    KeyTools(Workspace &workspace, ApiKeysPage &page, MessageQueue &messages, QWidget &window);

Q_SIGNALS:
    /// A key is to be asked for, and found.
    void findRequested();

private:
    void follow();
    void followKeys();
    void checkKey();
    void exportReminder();
    void exportAllReminders();
    void exportReminders(int only, const QString &about);
    [[nodiscard]] QList<ApiKey> keys() const;

    Workspace &m_workspace;
    ApiKeysPage &m_page;
    MessageQueue &m_messages;
    QWidget &m_window;
    QAction *m_check;
    QAction *m_find;
    QAction *m_remind;
    QAction *m_remindAll;
};

} // namespace lanyard
