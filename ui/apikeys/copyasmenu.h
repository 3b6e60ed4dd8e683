#pragma once

#include "core/base/secret.h"
#include "core/models/keyformats.h"

#include <QMenu>

namespace lanyard {

class ApiKeysModel;
class KeysTable;

/// "Copy as": the selected key in the forms that programs read. Each without its value first, which may be passed on;
/// the value is a second choice. A form that cannot hold the key says why.
class CopyAsMenu : public QMenu
{
    Q_OBJECT

public:
    /// @p table shows @p model; both must outlive it.
    CopyAsMenu(const ApiKeysModel &model, KeysTable &table, QWidget *parent);

    /// The address of the account's service.
    void setServer(const QString &server) { m_server = server; }
    /// Another key may be selected, or the same one may be another. At once, not when the menu is opened: assistive
    /// technology reads it closed.
    void follow();

Q_SIGNALS:
    /// See ApiKeysPage.
    void copyRequested(const lanyard::Secret &secret, const QString &what, const QString &copied,
                       const QString &caution);
    /// The form without the key is on the clipboard.
    void copied(const QString &what);
    /// A form was opened that cannot hold the key: @p why.
    void refused(const QString &why);

private:
    struct Form
    {
        KeyFormat format;
        QMenu *menu;
        QAction *masked;
        QAction *whole;
        QAction *why; // neither can be copied; in the menu only then
    };

    void addFormat(KeyFormat format, const QString &text);
    void copyMasked(KeyFormat format);
    void copyWhole(KeyFormat format);

    const ApiKeysModel &m_model;
    KeysTable &m_table;
    QString m_server;
    QList<Form> m_forms;
};

} // namespace lanyard
