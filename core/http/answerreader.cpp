#include "core/http/answerreader.h"

#include "core/http/envelope.h"

#include <utility>

namespace lanyard {

Result<ServiceAnswer> readAnswer(RawAnswer answer, QByteArrayList &pieces)
{
    answer.body = pieces.join();
    pieces.clear();
    return classify(std::move(answer));
}

bool endsWithItsConnection(const RawAnswer &answer, const QByteArrayList &pieces)
{
    return answer.status == 200 && answer.networkError == QNetworkReply::ContentReSendError && answer.endsConnection &&
           readJsonObject(pieces.join());
}

} // namespace lanyard
