#include "ui/apikeys/copyasmenu.h"

#include "core/base/text.h"
#include "core/models/apikeysmodel.h"
#include "core/models/apikeytext.h"
#include "ui/apikeys/keystable.h"

#include <QClipboard>
#include <QGuiApplication>

namespace lanyard {

CopyAsMenu::CopyAsMenu(const ApiKeysModel &model, KeysTable &table, QWidget *parent)
    : QMenu(tr("Co&py as"), parent), m_model(model), m_table(table)
{
    addFormat(KeyFormat::Header, tr("Request &header"));
    addFormat(KeyFormat::Curl, tr("&curl command"));
    addFormat(KeyFormat::EnvLine, tr(".&env line"));
    addFormat(KeyFormat::Json, tr("&JSON"));
    connect(this, &QMenu::aboutToShow, this, &CopyAsMenu::follow);
    follow();
}

void CopyAsMenu::addFormat(KeyFormat format, const QString &text)
{
    QMenu *forms = addMenu(text);
    forms->setToolTipsVisible(true);
    QAction *masked = forms->addAction(tr("With&out the key"), this, [this, format] { copyMasked(format); });
    QAction *whole = forms->addAction(tr("With the &key"), this, [this, format] { copyWhole(format); });
    // An entry of its own: a menu's entries have no description for a screen reader.
    auto *why = new QAction(forms);
    why->setEnabled(false);
    m_forms << Form{format, forms, masked, whole, why};
    connect(forms, &QMenu::aboutToShow, this, [this, why] {
        if (!why->text().isEmpty())
            Q_EMIT refused(why->text());
    });
}

void CopyAsMenu::follow()
{
    const int row = m_table.selectedKey();
    for (const Form &form : std::as_const(m_forms)) {
        const bool isThere = row >= 0 && !m_model.keyAt(row).key().isEmpty();
        const QString fault = isThere ? keyFormatFault(form.format, m_model.keyAt(row)) : QString();
        form.masked->setEnabled(isThere); // nothing of the key is in it
        form.whole->setEnabled(isThere && fault.isEmpty());
        form.whole->setToolTip(fault);
        form.why->setText(fault);
        if (fault.isEmpty())
            form.menu->removeAction(form.why);
        else
            form.menu->addAction(form.why);
    }
}

void CopyAsMenu::copyMasked(KeyFormat format)
{
    const int row = m_table.selectedKey();
    const QString text = row < 0 ? QString() : maskedKeyAs(format, m_model.keyAt(row), m_server);
    if (text.isEmpty())
        return;
    m_table.choose();
    QGuiApplication::clipboard()->setText(text);
    Q_EMIT copied(maskedKeyCopied(format));
}

void CopyAsMenu::copyWhole(KeyFormat format)
{
    const int row = m_table.selectedKey();
    const Secret whole = row < 0 ? Secret() : keyAs(format, m_model.keyAt(row), m_server);
    if (whole.isEmpty())
        return;
    m_table.choose();
    const QString name = quotedKeyName(m_model.keyAt(row));
    Q_EMIT copyRequested(whole, tr("Key “%1”").arg(name), keyCopied(format), m_model.caution(row));
}

} // namespace lanyard

#include "moc_copyasmenu.cpp"
