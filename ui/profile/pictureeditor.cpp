#include "ui/profile/pictureeditor.h"

#include "core/base/text.h"
#include "core/document/initials.h"
#include "core/document/user.h"
#include "core/models/picture.h"
#include "ui/common/announce.h"
#include "ui/common/avatar.h"
#include "ui/common/filedialog.h"
#include "ui/common/flowlayout.h"
#include "ui/common/menubutton.h"
#include "ui/look/spacing.h"

#include <QClipboard>
#include <QDragEnterEvent>
#include <QFile>
#include <QGuiApplication>
#include <QLocale>
#include <QMenu>
#include <QMimeData>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

constexpr int PreviewLines = 6; // its height

QString sizeText(QSize size, qint64 bytes)
{
    QLocale locale; // one kind of digits
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    // Each by itself: Arabic digits would be read from the right, across the commas and to the wrong unit.
    return u"%1 × %2, %3"_s.arg(quoted(locale.toString(size.width())), quoted(locale.toString(size.height())),
                                quoted(locale.formattedDataSize(bytes, 0)));
}

} // namespace

PictureFieldEditor::PictureFieldEditor(const UserField &, QWidget *parent)
    : FieldEditor(parent), m_avatar(new Avatar(PreviewLines * iconSide()))
{
    setAcceptDrops(true);
    auto *menu = new QMenu(this);
    menu->addAction(tr("&Choose picture…"), this, &PictureFieldEditor::choose);
    menu->addAction(tr("&Paste picture"), this, &PictureFieldEditor::paste);
    m_remove = menu->addAction(tr("&Remove picture"), this, &PictureFieldEditor::remove);
    m_change = new MenuButton(tr("Change picture"), *menu);
    auto *layout = new FlowLayout(this);
    layout->setSpacing(space(Space::Large));
    layout->addWidget(m_avatar);
    layout->addWidget(m_change);
    setFocusProxy(m_change);
}

void PictureFieldEditor::setUser(const User &user)
{
    m_avatar->setUser(initialsOf(user), user.userName());
}

void PictureFieldEditor::setValue(const QVariant &value)
{
    if (!m_isConverted || value.toString() != m_value)
        setNotice({});
    m_value = value.toString();
    const auto picture = decodePicture(m_value);
    m_avatar->setPicture(picture ? picture->image : QImage());
    m_remove->setEnabled(!m_value.isEmpty());
    const QString size = picture             ? sizeText(picture->size, m_value.size() * 3 / 4)
                         : m_value.isEmpty() ? tr("No picture")
                                             : tr("A picture that cannot be shown");
    for (QWidget *part : {static_cast<QWidget *>(m_avatar), static_cast<QWidget *>(m_change)})
        part->setToolTip(size);
}

void PictureFieldEditor::setReadOnly(const QString &)
{
    m_change->hide();
    setAcceptDrops(false);
}

void PictureFieldEditor::setEditable()
{
    m_change->show();
    setAcceptDrops(true);
}

QString PictureFieldEditor::notice() const
{
    return m_notice;
}

void PictureFieldEditor::dropNotice()
{
    setNotice({});
}

void PictureFieldEditor::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasImage() || event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void PictureFieldEditor::dropEvent(QDropEvent *event)
{
    // Never a move: the other program would delete its file.
    event->setDropAction(Qt::CopyAction);
    event->accept();
    if (!takeFrom(*event->mimeData()))
        setNotice(tr("Only a picture or a picture file can be dropped here."));
}

// A file manager offers the file, a viewer the picture. Local files only: a web address is never fetched.
bool PictureFieldEditor::takeFrom(const QMimeData &offered)
{
    const QList<QUrl> urls = offered.urls();
    if (!urls.isEmpty() && urls.first().isLocalFile())
        openFile(urls.first().toLocalFile());
    else if (offered.hasImage())
        take(preparePicture(offered.imageData().value<QImage>()));
    else
        return false;
    return true;
}

void PictureFieldEditor::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Paste) && m_change->isVisible())
        paste();
    else
        FieldEditor::keyPressEvent(event);
}

void PictureFieldEditor::choose()
{
    auto *dialog = newFileDialog(this, tr("Choose picture"), QStandardPaths::PicturesLocation,
                                 tr("Pictures (%1)").arg(u"*.png *.jpg *.jpeg *.webp *.bmp *.gif"_s));
    connect(dialog, &QFileDialog::fileSelected, this, &PictureFieldEditor::openFile);
    dialog->open();
}

void PictureFieldEditor::paste()
{
    const QMimeData *clipboard = QGuiApplication::clipboard()->mimeData(QClipboard::Clipboard);
    if (!clipboard || !takeFrom(*clipboard))
        setNotice(tr("There is no picture on the clipboard."));
}

void PictureFieldEditor::remove()
{
    setValue(QString());
    Q_EMIT edited(QString());
    announce(m_change, tr("Picture removed"));
}

void PictureFieldEditor::openFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return setNotice(tr("This file cannot be opened."));
    const auto picture = preparePicture(file);
    if (picture)
        take(picture);
    else
        setNotice(pictureRefusal(file));
}

void PictureFieldEditor::take(const std::optional<PreparedPicture> &picture)
{
    if (!picture)
        return setNotice(tr("This picture cannot be used. Choose a PNG or JPEG file."));
    setValue(picture->base64);
    Q_EMIT edited(picture->base64);
    announce(m_change, tr("New picture: %1").arg(m_change->toolTip()));
    //: %1 is JPEG or PNG, %2 the picture's size.
    setNotice(tr("Converted to %1, %2.").arg(pictureFacts(picture->base64).kind, m_change->toolTip()), true);
}

void PictureFieldEditor::setNotice(const QString &notice, bool isConverted)
{
    m_isConverted = isConverted;
    if (std::exchange(m_notice, notice) != notice)
        Q_EMIT messageChanged();
}

} // namespace lanyard

#include "moc_pictureeditor.cpp"
